import { setTimeout as wait } from 'node:timers/promises';

/** Time, so that tests can hold it. */
export interface Clock {
  now: () => Date;
  /** Time that only ever goes on, whatever the clock is set to: for how long something takes. */
  elapsedMs: () => number;
  /** Resolves after `ms`, or at once when the signal is given or the time is over already. Never rejects. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Longer waits overflow a timer of Node and end at once. */
const longestWaitMs = 2 ** 31 - 1;

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  wait: async (ms, signal) => {
    await wait(Math.min(Math.max(ms, 0), longestWaitMs), undefined, { signal }).catch(() => {});
  },
};
