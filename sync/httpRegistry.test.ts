import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { httpRegistry } from './httpRegistry.ts';
import { RegistryAnswerInvalid, RegistryProblem, RegistryUnreachable } from './registry.ts';

/** A registry client whose server answers as told. */
async function served(
  answer: RequestListener,
  options: { token?: string; timeoutMs?: number } = {},
) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { token = 'token', timeoutMs = 5000 } = options;
  return httpRegistry({
    url: `http://127.0.0.1:${address.port}`,
    token: () => token || undefined,
    fetch,
    signal: new AbortController().signal,
    timeoutMs,
  });
}

const health = {
  status: 'ok',
  environment: 'training',
  protocol: 1,
  time: '2026-11-22T12:00:00.000Z',
};

test('unknown fields of an answer are ignored', async () => {
  const registry = await served((_, response) => {
    response.end(JSON.stringify({ ...health, weather: 'fine' }));
  });
  expect(await registry.health()).toEqual(health);
});

test.each([
  ['no JSON', '<html>'],
  ['another JSON', '{"status":"ok"}'],
])('%s is an invalid answer', async (_, text) => {
  const registry = await served((_, response) => response.end(text));
  await expect(registry.health()).rejects.toThrow(RegistryAnswerInvalid);
});

test('an error of the registry comes with its status, its code and the time to wait', async () => {
  const registry = await served((_, response) => {
    response.writeHead(503, { 'retry-after': '7', 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ title: 'Busy', status: 503, code: 'busy' }));
  });
  await expect(registry.me()).rejects.toMatchObject({
    status: 503,
    code: 'busy',
    retryAfterMs: 7000,
  });
});

test('an error of something between is a problem without a code', async () => {
  const registry = await served((_, response) => {
    response.writeHead(502);
    response.end('<html>');
  });
  const problem = await registry.me().catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(RegistryProblem);
  expect(problem).toMatchObject({ status: 502, code: 'unknown', retryAfterMs: undefined });
});

test('nobody there, no answer in time and an answer that breaks off are all unreachable', async () => {
  const nobody = httpRegistry({
    url: 'http://127.0.0.1:9',
    token: () => 'token',
    fetch,
    signal: new AbortController().signal,
  });
  await expect(nobody.health()).rejects.toThrow(RegistryUnreachable);
  const silent = await served(() => {}, { timeoutMs: 50 });
  await expect(silent.health()).rejects.toThrow(RegistryUnreachable);
  const broken = await served((_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"status"', () => response.destroy());
  });
  await expect(broken.health()).rejects.toThrow(RegistryUnreachable);
});

test('without a token nothing but the health is asked for', async () => {
  const asked: (string | undefined)[] = [];
  const registry = await served(
    (request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.end(JSON.stringify(health));
    },
    { token: '' },
  );
  await registry.health();
  await expect(registry.me()).rejects.toMatchObject({ status: 401 });
  expect(asked).toEqual(['/v1/health undefined']);
});

test('events are heard until the stream ends', async () => {
  const heard: string[] = [];
  const registry = await served((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': here\n\nevent: changed\ndata: {}\n\nevent: other\ndata: {}\n\nevent: chan');
    response.end('ged\ndata: {}\n\n');
  });
  const { ended } = await registry.listen(() => heard.push('changed'));
  await ended;
  expect(heard).toEqual(['changed', 'changed']);
});

test('listening can be ended from here', async () => {
  const registry = await served((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': here\n\n');
  });
  const { ended, close } = await registry.listen(() => {});
  close();
  await ended;
});
