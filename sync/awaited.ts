import type { Clock } from './clock.ts';
import type { Registry } from './registry.ts';

/** An answer that takes longer than this is worth a word. */
const usualMs = 5000;

/** Knows since when an answer has been awaited, where that is longer than usual. There is one call at a time. */
export class Awaited {
  readonly #clock: Clock;
  readonly #onChanged: () => void;
  #since: string | undefined;

  constructor(clock: Clock, onChanged: () => void) {
    this.#clock = clock;
    this.#onChanged = onChanged;
  }

  get since(): string | undefined {
    return this.#since;
  }

  /** The same registry, watched. */
  watch(registry: Registry): Registry {
    return {
      health: () => this.#during(registry.health()),
      me: () => this.#during(registry.me()),
      changes: (cursor, limit) => this.#during(registry.changes(cursor, limit)),
      decide: (decisions) => this.#during(registry.decide(decisions)),
      history: (roleId) => this.#during(registry.history(roleId)),
      claim: (roleId) => this.#during(registry.claim(roleId)),
      unclaim: (roleId) => this.#during(registry.unclaim(roleId)),
      bodies: (query) => this.#during(registry.bodies(query)),
      preferences: () => this.#during(registry.preferences()),
      savePreferences: (...given) => this.#during(registry.savePreferences(...given)),
      listen: (onChanged) => this.#during(registry.listen(onChanged)),
    };
  }

  async #during<T>(call: Promise<T>): Promise<T> {
    const answered = new AbortController();
    void this.#wait(answered.signal);
    try {
      return await call;
    } finally {
      answered.abort();
      if (this.#since !== undefined) this.#tell(undefined);
    }
  }

  async #wait(answered: AbortSignal): Promise<void> {
    const since = this.#clock.now().toISOString();
    await this.#clock.wait(usualMs, answered);
    if (!answered.aborted) this.#tell(since);
  }

  #tell(since: string | undefined): void {
    this.#since = since;
    this.#onChanged();
  }
}
