import { expect, test } from 'vitest';
import { HeldClock } from './registry.fixture.ts';
import { Skew } from './skew.ts';

const minuteMs = 60_000;

/** A clock that is wrong by `aheadMs`, and what is told of it after a call that takes `ms` there and back. */
function aMeasure() {
  const clock = new HeldClock();
  const skew = new Skew(clock);
  const measured = async (aheadMs: number, ms = 0) => {
    clock.setWrong(aheadMs);
    await skew.measure(async () => {
      clock.move(ms / 2);
      const time = new Date(clock.elapsedMs()).toISOString();
      clock.move(ms / 2);
      return { time };
    });
    return skew.aheadMs;
  };
  return measured;
}

test.each([
  [0, undefined],
  [2 * minuteMs - 1, undefined],
  [2 * minuteMs, 2 * minuteMs],
  [-2 * minuteMs, -2 * minuteMs],
  [26 * 60 * minuteMs, 26 * 60 * minuteMs],
])('a clock that is ahead by %i ms is told of as %s', async (aheadMs, told) => {
  expect(await aMeasure()(aheadMs)).toBe(told);
});

test('the time of a slow answer is that of its middle', async () => {
  const measured = aMeasure();
  expect(await measured(0, 30 * minuteMs)).toBeUndefined();
  expect(await measured(-5 * minuteMs, 20 * minuteMs)).toBe(-5 * minuteMs);
});

test('a clock that is set while the registry answers is not taken for a slow answer', async () => {
  const clock = new HeldClock();
  const skew = new Skew(clock);
  await skew.measure(async () => {
    const time = clock.now().toISOString();
    clock.setWrong(10 * minuteMs);
    return { time };
  });
  expect(skew.aheadMs).toBe(10 * minuteMs);
});

test('what differs by a little is not told anew; a clock set right is', async () => {
  const measured = aMeasure();
  expect(await measured(10 * minuteMs)).toBe(10 * minuteMs);
  expect(await measured(10 * minuteMs + 20_000)).toBe(10 * minuteMs);
  expect(await measured(10 * minuteMs + 40_000)).toBe(10 * minuteMs + 40_000);
  expect(await measured(0)).toBeUndefined();
});
