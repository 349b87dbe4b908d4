import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Topic } from '../../shared/desk/topics.ts';
import { Topics } from './topics.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first change is told at once, those after it together', () => {
  const told: Topic[][] = [];
  const topics = new Topics((each) => told.push(each));
  topics.add(['roles']);
  expect(told).toEqual([['roles']]);
  topics.add(['roles', 'state']);
  topics.add(['state', 'outbox']);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([['roles'], ['roles', 'state', 'outbox']]);
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(2);
  topics.add(['preferences']);
  expect(told).toHaveLength(3);
});
