import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onMinute } from './onMinute.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T12:00:20.000Z') }));
afterEach(() => void vi.useRealTimers());

test('calls once in every minute, after it has begun, until it is ended', () => {
  const called: string[] = [];
  const end = onMinute(() => called.push(new Date().toISOString().slice(11, 19)));
  vi.advanceTimersByTime(39_000);
  expect(called).toEqual([]);
  vi.advanceTimersByTime(125_000);
  expect(called).toEqual(['12:01:00', '12:02:00', '12:03:00']);
  end();
  vi.advanceTimersByTime(600_000);
  expect(called).toHaveLength(3);
});
