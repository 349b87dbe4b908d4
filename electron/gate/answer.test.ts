import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CallRefused } from '../../shared/desk/answers.ts';
import { calls } from '../../shared/desk/calls.ts';
import { answerCall, type BehindGate } from './answer.ts';

const info = {
  environment: 'training',
  version: '1',
  language: 'en',
  theme: 'system',
  session: 'ready',
} as const;

function gate(passed: unknown[] = []): BehindGate {
  return {
    main: { 'app:info': () => info, 'app:theme': () => undefined, 'app:language': () => undefined },
    pass: async (name, input) => {
      passed.push([name, input]);
      return '{"ok":true,"value":"from the service"}';
    },
  };
}

test('a call of main is run and answered', async () => {
  expect(JSON.parse(await answerCall('app:info', undefined, gate()))).toEqual({
    ok: true,
    value: info,
  });
});

test('a call of the service is passed on, and its answer comes back unopened', async () => {
  const passed: unknown[] = [];
  expect(await answerCall('queues:facets', { queue: 'valid' }, gate(passed))).toBe(
    '{"ok":true,"value":"from the service"}',
  );
  expect(passed).toEqual([['queues:facets', { queue: 'valid' }]]);
});

test('input that the schema refuses goes no further and names the field', async () => {
  const passed: unknown[] = [];
  const answer = JSON.parse(await answerCall('queues:facets', { queue: 'all' }, gate(passed)));
  expect(answer).toEqual({ ok: false, error: { code: 'invalid_input', path: 'queue' } });
  expect(passed).toEqual([]);
});

test('a field that the schema does not know is refused', async () => {
  const answer = await answerCall('queues:facets', { queue: 'valid', extra: 1 }, gate());
  expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
});

test('no name but those of the map is answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString'), fc.anything()),
      async (name) => {
        fc.pre(typeof name !== 'string' || !(Object.keys(calls) as string[]).includes(name));
        const answer = JSON.parse(await answerCall(name, undefined, gate()));
        expect(answer).toEqual({ ok: false, error: { code: 'unknown_call' } });
      },
    ),
  );
});

test('a refusal keeps its code, any other exception tells nothing of itself', async () => {
  const behind = gate();
  behind.pass = () => Promise.reject(new CallRefused('not_ready'));
  const state = () => answerCall('desk:state', undefined, behind).then(JSON.parse);
  expect(await state()).toEqual({ ok: false, error: { code: 'not_ready' } });
  behind.pass = () => Promise.reject(new Error('a path of the disk'));
  expect(await state()).toEqual({ ok: false, error: { code: 'failed' } });
});
