import { expect, test } from 'vitest';
import { atLeastShare, atMostTimes, durations, percentile, reportSchema } from './report.ts';

test('a percentile is one of the samples: so many do not exceed it', () => {
  const samples = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(percentile(samples, 0.5)).toBe(100);
  expect(percentile(samples, 0.95)).toBe(190);
  expect(percentile(samples, 0.99)).toBe(198);
  expect(percentile([7], 0.95)).toBe(7);
});

test('a bar holds up to its limit and not beyond', () => {
  const figure = (value: number) => ({ name: 'start', unit: 'ms', value });
  expect(atMostTimes(1.35, figure(135), figure(100))).toMatchObject({ ratio: 1.35, holds: true });
  expect(atMostTimes(1.35, figure(136), figure(100))).toMatchObject({ ratio: 1.36, holds: false });
  const rate = (perSecond: number) => ({ name: 'frames', unit: 'frames', perSecond });
  expect(atLeastShare(0.97, rate(97), rate(100))).toMatchObject({ ratio: 0.97, holds: true });
  expect(atLeastShare(0.97, rate(96), rate(100))).toMatchObject({ ratio: 0.96, holds: false });
  expect(durations('key', [10, 50], 50)).toMatchObject({ p50: 10, p95: 50, holds: true });
  expect(durations('key', [10, 51], 50)).toMatchObject({ p95: 51, holds: false });
});

test('what the helpers make is what a bench may print', () => {
  const value = { name: 'start', unit: 'ms', value: 1 };
  const results = [durations('key', [1], 50), atMostTimes(1.35, value, value)];
  expect(reportSchema.parse({ bench: 'desk', rows: 1, results }).results).toEqual(results);
});
