import { nextRelease, release } from '../db/outbox.ts';
import type { Store } from '../db/store.ts';
import type { Clock } from './clock.ts';

/** Lets held decisions go when their moment of undo is over, on line and off. */
export class Holding {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #onReleased: () => void;
  readonly #onFailed: () => void;
  #timer = new AbortController();

  /** @param onFailed the store failed: nothing more is let go by itself until `follow` */
  constructor(store: Store, clock: Clock, onReleased: () => void, onFailed: () => void) {
    this.#store = store;
    this.#clock = clock;
    this.#onReleased = onReleased;
    this.#onFailed = onFailed;
  }

  /** Lets go what is due. */
  letGo(): void {
    if (release(this.#store, this.#clock.now())) this.#onReleased();
  }

  /** Lets go what is due and waits for the next; to be called after every decision. */
  follow(): void {
    this.stop();
    this.#timer = new AbortController();
    this.#run(this.#timer.signal).catch(this.#onFailed);
  }

  stop(): void {
    this.#timer.abort();
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.letGo();
      const next = nextRelease(this.#store.reader);
      if (next === undefined) return;
      // A timer goes on as it was begun, whatever becomes of the clock meanwhile.
      await this.#clock.wait(Date.parse(next) - this.#clock.now().getTime(), signal);
    }
  }
}
