import type { Clock } from './clock.ts';

/** Less is of no matter to a deadline, and a computer that sets its clock by itself is never that far off. */
const worthSayingMs = 2 * 60_000;
/** What changes by less is not told anew: answers take longer one time than another. */
const steadyMs = 30_000;

/** Knows how far this computer's clock is from the registry's. */
export class Skew {
  readonly #clock: Clock;
  #aheadMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How far this clock is ahead, negative where it is behind; undefined where that is not worth saying. */
  get aheadMs(): number | undefined {
    return Math.abs(this.#aheadMs) < worthSayingMs ? undefined : this.#aheadMs;
  }

  /** Asks the registry, which tells its time in the middle of the call. */
  async measure<T extends { time: string }>(ask: () => Promise<T>): Promise<T> {
    const askedMs = this.#clock.elapsedMs();
    const answer = await ask();
    const halfMs = (this.#clock.elapsedMs() - askedMs) / 2;
    const aheadMs = Math.round(this.#clock.now().getTime() - halfMs - Date.parse(answer.time));
    if (Math.abs(aheadMs - this.#aheadMs) >= steadyMs) this.#aheadMs = aheadMs;
    return answer;
  }
}
