import { afterEach, expect, test, vi } from 'vitest';
import { ask, DeskProblem } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

function bridgeAnswering(json: string) {
  const call = vi.fn(async (_name: string, _input: unknown) => json);
  vi.stubGlobal('window', { desk: { call, listen: () => () => {} } });
  return call;
}

test('an answer is the value in it', async () => {
  const call = bridgeAnswering('{"ok":true,"value":{"undone":2,"tooLate":0}}');
  const batchId = '00000000-0000-4000-8000-000000000000';
  expect(await ask('outbox:undo', { batchId })).toEqual({ undone: 2, tooLate: 0 });
  expect(call).toHaveBeenCalledWith('outbox:undo', { batchId });
});

test('an answer without a value is undefined', async () => {
  bridgeAnswering('{"ok":true}');
  expect(await ask('desk:sync', undefined)).toBeUndefined();
});

test('an error is thrown with its code and field', async () => {
  bridgeAnswering('{"ok":false,"error":{"code":"invalid_input","path":"timeZone"}}');
  const problem = await ask('desk:sync', undefined).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(DeskProblem);
  expect(problem).toMatchObject({ code: 'invalid_input', path: 'timeZone' });
});
