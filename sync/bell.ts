import type { Clock } from './clock.ts';

/**
 * What wakes the sync: `work` to send, `changed` at the registry, `lost` its events, a person who `asked`, a `token`
 * or the news that there is `noToken`, and the `end`.
 */
export type Ring = 'work' | 'changed' | 'lost' | 'asked' | 'token' | 'noToken' | 'end';

/** Wakes one who waits. What rings while nobody waits is kept. */
export class Bell {
  readonly #clock: Clock;
  readonly #rung = new Set<Ring>();
  #wake = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ring(ring: Ring): void {
    this.#rung.add(ring);
    this.#wake();
  }

  forget(ring: Ring): void {
    this.#rung.delete(ring);
  }

  /** Waits for one of these rings, at most `ms`; returns those that came, none when the time is over. */
  async wait(awaited: readonly Ring[], ms: number): Promise<ReadonlySet<Ring>> {
    const timer = new AbortController();
    this.#wake = () => {
      if (awaited.some((ring) => this.#rung.has(ring))) timer.abort();
    };
    this.#wake();
    if (!timer.signal.aborted) await this.#clock.wait(ms, timer.signal);
    this.#wake = () => {};
    const heard = new Set(awaited.filter((ring) => this.#rung.has(ring)));
    // After the end nobody waits any more.
    for (const ring of heard) if (ring !== 'end') this.#rung.delete(ring);
    return heard;
  }
}
