import { expect, test } from 'vitest';
import { CallRefused } from '../../shared/desk/answers.ts';
import type { Handlers } from '../../shared/desk/calls.ts';
import { answerCall } from './answer.ts';
import { describeError } from './log.ts';

const counts = { requested: 1, suspended: 0, valid: 0, decided: 0 };

function answerOf(name: string, input: unknown, given: Partial<Handlers<'service'>> | undefined) {
  const failures: unknown[] = [];
  const handlers = given as Handlers<'service'> | undefined;
  return answerCall(name, input, handlers, (error) => failures.push(error)).then(
    (json): unknown => ({ ...JSON.parse(json), failures: failures.length }),
  );
}

test('a call is checked, run and answered', async () => {
  const answer = await answerOf('queues:counts', undefined, { 'queues:counts': () => counts });
  expect(answer).toEqual({ ok: true, value: counts, failures: 0 });
});

test.each([
  ['before the store is open', 'queues:counts', undefined, undefined, { code: 'not_ready' }],
  ['of main', 'app:info', undefined, {}, { code: 'unknown_call' }],
  ['of nobody', 'toString', undefined, {}, { code: 'unknown_call' }],
  [
    'with wrong input',
    'outbox:settle',
    { decisionId: crypto.randomUUID(), keep: 'both' },
    {},
    { code: 'invalid_input', path: 'keep' },
  ],
] as const)('a call %s is refused', async (_, name, input, handlers, error) => {
  expect(await answerOf(name, input, handlers)).toEqual({ ok: false, error, failures: 0 });
});

test('what a handler refuses is its error, what fails in it is logged and not told', async () => {
  const refusing = () => {
    throw new CallRefused('not_found', 'batchId');
  };
  const failing = () => {
    throw new Error('Anna Person is missing');
  };
  const input = { batchId: crypto.randomUUID() };
  expect(await answerOf('outbox:undo', input, { 'outbox:undo': refusing })).toEqual({
    ok: false,
    error: { code: 'not_found', path: 'batchId' },
    failures: 0,
  });
  expect(await answerOf('outbox:undo', input, { 'outbox:undo': failing })).toEqual({
    ok: false,
    error: { code: 'failed' },
    failures: 1,
  });
});

test('a logged error tells its place, and nothing that it quotes', () => {
  const described = describeError(new TypeError('Anna Person is missing'));
  expect(described).toMatchObject({ error: 'TypeError', at: expect.any(Array) });
  expect(JSON.stringify(described)).not.toContain('Anna');
});
