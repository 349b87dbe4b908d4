import { QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { type Filter, noFilter } from '../../shared/desk/queues.ts';
import type { DeskEvent } from '../../shared/desk/topics.ts';
import { keepFresh, keepTimely } from './freshness.ts';
import { wholeQueue } from './look.ts';
import { keyOf, newQueryClient } from './useDesk.ts';

/** A client that shows two answers, and what tells it that a topic changed. */
function shown() {
  const client = newQueryClient();
  const asked = { 'queues:counts': 0, 'preferences:get': 0 };
  const waiting: (() => void)[] = [];
  for (const name of ['queues:counts', 'preferences:get'] as const) {
    const queryFn = () => {
      asked[name] += 1;
      return new Promise<number>((resolve) => waiting.push(() => resolve(asked[name])));
    };
    new QueryObserver(client, { queryKey: [name, undefined], queryFn }).subscribe(() => {});
  }
  let tell: (event: DeskEvent) => void = () => {};
  const end = keepFresh(client, (listener) => {
    tell = listener;
    return () => {
      tell = () => {};
    };
  });
  const answerAll = () =>
    expect
      .poll(() => {
        for (const answer of waiting.splice(0)) answer();
        return client.isFetching();
      })
      .toBe(0);
  return { client, asked, waiting, answerAll, end, tell: (event: DeskEvent) => tell(event) };
}

test('only what depends on the topic is asked again', async () => {
  const { asked, answerAll, tell } = shown();
  await answerAll();
  tell({ kind: 'changed', topics: ['roles'] });
  await expect.poll(() => asked).toEqual({ 'queues:counts': 2, 'preferences:get': 1 });
  tell({ kind: 'changed', topics: ['preferences'] });
  await answerAll();
  expect(asked).toEqual({ 'queues:counts': 2, 'preferences:get': 2 });
});

test('many changes while an answer is under way ask once more, after it', async () => {
  const { asked, waiting, answerAll, tell } = shown();
  await answerAll();
  for (let page = 0; page < 20; page += 1) tell({ kind: 'changed', topics: ['roles'] });
  await expect.poll(() => waiting.length).toBe(1);
  expect(asked['queues:counts']).toBe(2);
  await answerAll();
  expect(asked['queues:counts']).toBe(3);
});

test('everything is asked again when the application changes: another person may have signed in', async () => {
  const { asked, answerAll, tell } = shown();
  await answerAll();
  tell({ kind: 'changed', topics: ['app'] });
  await expect.poll(() => asked).toEqual({ 'queues:counts': 2, 'preferences:get': 2 });
});

test('what is not on the screen is forgotten when the application changes', async () => {
  const { client, answerAll, tell } = shown();
  await answerAll();
  const key = keyOf('workspace:get', undefined);
  client.setQueryData(key, 'of the person before');
  tell({ kind: 'changed', topics: ['roles'] });
  await answerAll();
  expect(client.getQueryData(key)).toBe('of the person before');
  tell({ kind: 'changed', topics: ['app'] });
  await answerAll();
  expect(client.getQueryData(key)).toBeUndefined();
});

test('nothing is asked after the end', async () => {
  const { asked, answerAll, tell, end } = shown();
  await answerAll();
  end();
  tell({ kind: 'changed', topics: ['roles', 'preferences'] });
  await Promise.resolve();
  expect(asked).toEqual({ 'queues:counts': 1, 'preferences:get': 1 });
});

test('every minute only what time changes is asked again', async () => {
  vi.useFakeTimers();
  const client = newQueryClient();
  const asked = new Map<string, number>();
  const show = (what: string, queryKey: readonly unknown[]) =>
    new QueryObserver(client, {
      queryKey,
      queryFn: () => asked.set(what, (asked.get(what) ?? 0) + 1).size,
    }).subscribe(() => {});
  const page = (filter: Partial<Filter>) =>
    keyOf('roles:page', {
      ...{ ...wholeQueue('requested', undefined), offset: 0, limit: 100 },
      filter: { ...noFilter, ...filter },
    });
  show('deadlines', keyOf('queues:deadlines', {}));
  show('counts', keyOf('queues:counts', {}));
  show('of Belgium', page({ countries: ['BE'] }));
  show('overdue', page({ due: ['overdue'] }));
  show('claimed', page({ claims: ['mine'] }));
  const end = keepTimely(client);
  await vi.advanceTimersByTimeAsync(60_000);
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Object.fromEntries(asked)).toEqual({
    ...{ deadlines: 2, counts: 1, 'of Belgium': 1, overdue: 2, claimed: 2 },
  });
  vi.useRealTimers();
});
