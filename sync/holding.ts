import { nextRelease, release } from '../db/outbox.ts';
import type { Store } from '../db/store.ts';
import type { Clock } from './clock.ts';

/** Lets held decisions go when their moment of undo is over, on line and off. */
export class Holding {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #onReleased: () => void;
  #timer = new AbortController();

  constructor(store: Store, clock: Clock, onReleased: () => void) {
    this.#store = store;
    this.#clock = clock;
    this.#onReleased = onReleased;
  }

  /** Lets go what is due and waits for the next; to be called after every decision. */
  follow(): void {
    this.stop();
    this.#timer = new AbortController();
    void this.#run(this.#timer.signal);
  }

  stop(): void {
    this.#timer.abort();
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let next = nextRelease(this.#store.reader); next !== undefined; ) {
      await this.#clock.wait(Date.parse(next) - this.#clock.now().getTime(), signal);
      if (signal.aborted) return;
      if (release(this.#store, this.#clock.now())) this.#onReleased();
      next = nextRelease(this.#store.reader);
    }
  }
}
