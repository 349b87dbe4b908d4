import { readDesk } from '../../db/desk.ts';
import type { Store } from '../../db/store.ts';
import type { FromService, ToService } from '../../shared/desk/service.ts';
import type { Topic } from '../../shared/desk/topics.ts';
import { systemClock } from '../../sync/clock.ts';
import { httpRegistry } from '../../sync/httpRegistry.ts';
import type { Registry } from '../../sync/registry.ts';
import { Sync } from '../../sync/sync.ts';
import { PersonsToken } from './personsToken.ts';

export type Opening = Extract<ToService, { kind: 'open' }>;

/** Whom an open desk tells. */
export interface DeskEvents {
  onChanged: (topics: Topic[]) => void;
  send: (message: FromService) => void;
}

/** An open store with its sync: what the handlers of the calls work on. */
export class Desk {
  readonly store: Store;
  readonly registry: Registry;
  readonly sync: Sync;
  readonly #onChanged: DeskEvents['onChanged'];
  readonly #holdMs: number | undefined;
  readonly #ending = new AbortController();
  /** Rejects once a call has found that the store cannot be used any longer. */
  readonly #broken: Promise<never>;
  #breakOff: (error: unknown) => void = () => {};
  #working: Promise<void> = Promise.resolve();
  readonly #token: PersonsToken;

  constructor(store: Store, opening: Opening, { onChanged, send }: DeskEvents) {
    const { registry: url, subject, token, holdMs } = opening;
    this.store = store;
    const { signal } = this.#ending;
    this.#token = new PersonsToken(subject, (unproven) =>
      httpRegistry({ url, token: () => unproven, fetch, signal }).me(),
    );
    this.registry = httpRegistry({ url, token: () => this.#token.use(), fetch, signal });
    this.sync = new Sync({
      store,
      registry: this.registry,
      clock: systemClock,
      random: Math.random,
      onChanged,
      onNotice: (notice) => send({ kind: 'notice', ...notice }),
      onTokenWanted: () => send({ kind: 'token_wanted' }),
    });
    this.#broken = new Promise((_, reject) => {
      this.#breakOff = reject;
    });
    this.#broken.catch(() => {});
    this.#onChanged = onChanged;
    this.#holdMs = holdMs;
    this.#token.give(token);
  }

  /**
   * Reads the whole store, then syncs until `end`: nothing is sent from a store that was not verified. Calls are
   * answered meanwhile.
   * @param onVerified called in between
   * @throws what the store or the code failed with, in a call too
   */
  async work(onVerified: () => void): Promise<void> {
    this.#working = this.#verifyAndSync(onVerified);
    await Promise.race([this.#working, this.#broken]);
  }

  async #verifyAndSync(onVerified: () => void): Promise<void> {
    await this.store.verify(this.#ending.signal);
    if (this.#ending.signal.aborted) return;
    onVerified();
    await this.sync.start();
  }

  /** Has `work` reject: a call has failed with what the store cannot be used with any longer. */
  breakOff(error: unknown): void {
    this.#breakOff(error);
  }

  /** When something is decided now, and how long it is held back. */
  taking(): { at: Date; holdMs: number } {
    const { holdSeconds } = readDesk(this.store.reader).preferences;
    return { at: systemClock.now(), holdMs: this.#holdMs ?? holdSeconds * 1000 };
  }

  giveToken(token: string | undefined): void {
    this.#token.give(token);
    this.sync.hearOfToken(token !== undefined);
  }

  /** Tells what a call has changed, and lets the sync look after it. */
  changed(topics: Topic[]): void {
    this.#onChanged(topics);
    this.sync.follow();
  }

  /** Has `work` end; what is under way is kept or comes again. */
  end(): void {
    this.#ending.abort();
    void this.sync.stop();
  }

  /** Closes the store, after `end` or a failure. */
  async close(): Promise<void> {
    this.end();
    await this.#working.catch(() => {});
    this.store.close();
  }
}
