import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCall, handle, type Run } from './answerCall.ts';
import { CallRefused } from './answers.ts';
import { calls } from './calls.ts';

const counts = { requested: 1, suspended: 0, valid: 0, decided: 0 };

async function answerOf(name: unknown, input: unknown, run: Run) {
  const failures: unknown[] = [];
  const json = await answerCall(name, input, run, (error) => failures.push(error));
  return { ...JSON.parse(json), failures: failures.length };
}

const answering =
  (handlers: object): Run =>
  (name, input) =>
    handle(handlers, name, input);

test('a call is checked, run and answered', async () => {
  const answer = await answerOf('queues:counts', {}, answering({ 'queues:counts': () => counts }));
  expect(answer).toEqual({ ok: true, value: counts, failures: 0 });
});

test.each([
  ['with a value out of its list', { as: 'all' }, 'as'],
  ['with a field that it does not know', { extra: 1 }, undefined],
])('a call %s is refused and goes no further', async (_, input, path) => {
  const run = () => Promise.reject(new Error('ran'));
  expect(await answerOf('queues:counts', input, run)).toEqual({
    ok: false,
    error: { code: 'invalid_input', ...(path && { path }) },
    failures: 0,
  });
});

test('no name but those of the map is answered', async () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('constructor', '__proto__', 'toString'),
    fc.anything(),
  );
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      fc.pre(typeof name !== 'string' || !(Object.keys(calls) as string[]).includes(name));
      expect(await answerOf(name, undefined, answering({}))).toMatchObject({
        ok: false,
        error: { code: 'unknown_call' },
      });
    }),
  );
});

test('a call of the map that is answered elsewhere is unknown here', async () => {
  expect(await answerOf('app:info', undefined, answering({}))).toMatchObject({
    error: { code: 'unknown_call' },
  });
});

test('what a handler refuses is its error, what fails in it is logged and not told', async () => {
  const refusing = answering({
    'desk:sync': () => {
      throw new CallRefused('not_ready', 'here');
    },
  });
  const failing = answering({ 'desk:sync': () => Promise.reject(new Error('a path of the disk')) });
  expect(await answerOf('desk:sync', undefined, refusing)).toEqual({
    ok: false,
    error: { code: 'not_ready', path: 'here' },
    failures: 0,
  });
  expect(await answerOf('desk:sync', undefined, failing)).toEqual({
    ok: false,
    error: { code: 'failed' },
    failures: 1,
  });
});
