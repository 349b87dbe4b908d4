import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { DeskEvent } from '../../shared/desk/topics.ts';
import { keepFresh } from './freshness.ts';
import { newQueryClient } from './useDesk.ts';

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

test('nothing is asked after the end', async () => {
  const { asked, answerAll, tell, end } = shown();
  await answerAll();
  end();
  tell({ kind: 'changed', topics: ['roles', 'preferences'] });
  await Promise.resolve();
  expect(asked).toEqual({ 'queues:counts': 1, 'preferences:get': 1 });
});
