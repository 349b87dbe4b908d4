import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Decision } from '../shared/wire/decisions.ts';
import { httpRegistry } from './httpRegistry.ts';
import {
  RegistryAnswerInvalid,
  RegistryIntercepted,
  RegistryProblem,
  RegistrySilent,
  RegistryUnreachable,
} from './registry.ts';

/** A registry client whose server answers as told. */
async function served(
  answer: RequestListener,
  options: { token?: string; longestSilenceMs?: number } = {},
) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { token = 'token', longestSilenceMs = 5000 } = options;
  return httpRegistry({
    url: `http://127.0.0.1:${address.port}`,
    token: () => token || undefined,
    fetch,
    signal: new AbortController().signal,
    longestSilenceMs,
  });
}

const health = {
  status: 'ok',
  environment: 'training',
  protocol: 1,
  time: '2026-11-22T12:00:00.000Z',
};

const aDecision: Decision = {
  id: crypto.randomUUID(),
  roleId: crypto.randomUUID(),
  action: 'approve',
  baseRevision: 1,
  decidedAt: '2026-11-22T12:00:00.000Z',
  desk: crypto.randomUUID(),
};

const json = { 'content-type': 'application/json; charset=utf-8' };
const problem = { 'content-type': 'application/problem+json' };
const page = { 'content-type': 'text/html' };

/** What a call was rejected with. */
function rejection(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('unknown fields of an answer are ignored', async () => {
  const registry = await served((_, response) => {
    response.writeHead(200, json).end(JSON.stringify({ ...health, weather: 'fine' }));
  });
  expect(await registry.health()).toEqual(health);
});

test.each([
  ['no JSON', '<html>'],
  ['another JSON', '{"status":"ok"}'],
])('%s in an answer of JSON is an invalid answer', async (_, text) => {
  const registry = await served((_, response) => response.writeHead(200, json).end(text));
  await expect(registry.health()).rejects.toThrow(RegistryAnswerInvalid);
});

test('an error of the registry comes with its status, its code and the time to wait', async () => {
  const registry = await served((_, response) => {
    response.writeHead(503, { ...problem, 'retry-after': '7' });
    response.end(JSON.stringify({ title: 'Busy', status: 503, code: 'busy' }));
  });
  await expect(registry.me()).rejects.toMatchObject({
    status: 503,
    code: 'busy',
    retryAfterMs: 7000,
  });
});

const date = 'Sun, 22 Nov 2020 12:00:00 GMT';
test.each([
  ['120', date, 120_000],
  ['Sun, 22 Nov 2020 12:05:00 GMT', date, 300_000],
  ['Sun, 22 Nov 2020 11:00:00 GMT', date, 0],
  ['Sun, 22 Nov 2020 12:05:00 GMT', 'no date', undefined],
  ['-5', date, 0],
  ['soon', date, undefined],
  ['9'.repeat(400), date, Number.POSITIVE_INFINITY],
])('Retry-After %s, said on %s, asks for %s ms', async (retryAfter, said, ms) => {
  const registry = await served((_, response) => {
    response.writeHead(429, { date: said, 'retry-after': retryAfter }).end();
  });
  await expect(registry.me()).rejects.toMatchObject({ status: 429, retryAfterMs: ms });
});

test.each([400, 401, 403, 404, 413, 422, 511])(
  'a page with status %i is not the word of the registry',
  async (status) => {
    const registry = await served((_, response) => response.writeHead(status, page).end('<html>'));
    const error = await rejection(registry.decide([aDecision]));
    expect(error).toBeInstanceOf(RegistryIntercepted);
    expect(error).toMatchObject({ status });
  },
);

test.each([
  ['a page in place of JSON', 200, page, '<html>Sign in to the network'],
  ['nothing', 204, {}, ''],
  ['an answer without a type', 200, {}, JSON.stringify(health)],
  ['a redirection', 302, { location: 'http://127.0.0.1:9/portal' }, ''],
  ['JSON in place of a problem', 403, json, '{"message":"Forbidden"}'],
  ['a problem without a code', 403, problem, '{"title":"Forbidden","status":403}'],
])('%s is not the word of the registry', async (_, status, headers, text) => {
  const registry = await served((_, response) => response.writeHead(status, headers).end(text));
  const calls = [registry.health(), registry.decide([aDecision]), registry.listen(() => {})];
  for (const error of await Promise.all(calls.map(rejection))) {
    expect(error).toBeInstanceOf(RegistryIntercepted);
  }
});

test.each([429, 500, 502, 503, 504])(
  'a page with status %i is of a gateway in front of the registry',
  async (status) => {
    const registry = await served((_, response) => response.writeHead(status, page).end('<html>'));
    const error = await rejection(registry.me());
    expect(error).toBeInstanceOf(RegistryProblem);
    expect(error).toMatchObject({ status, code: 'unknown', retryAfterMs: undefined });
  },
);

/** A client of a registry that is not there. */
function nobody(failing?: Error) {
  return httpRegistry({
    url: 'http://127.0.0.1:1023',
    token: () => 'token',
    fetch: failing
      ? () => Promise.reject(new TypeError('fetch failed', { cause: failing }))
      : fetch,
    signal: new AbortController().signal,
  });
}

test('where nobody is there it is certain that nothing was sent', async () => {
  const error = await rejection(nobody().decide([aDecision]));
  expect(error).toBeInstanceOf(RegistryUnreachable);
  expect(error).toMatchObject({ isSureNotSent: true });
});

const failed = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall ? { syscall } : {}) });

test.each([
  [failed('ECONNREFUSED', 'connect'), true],
  [failed('ETIMEDOUT', 'connect'), true],
  [failed('EAI_AGAIN', 'getaddrinfo'), true],
  [failed('UND_ERR_CONNECT_TIMEOUT'), true],
  [new AggregateError([failed('ENETUNREACH', 'connect'), failed('ECONNREFUSED', 'connect')]), true],
  [new AggregateError([failed('ENETUNREACH', 'connect'), failed('ECONNRESET', 'read')]), false],
  [failed('ECONNRESET', 'read'), false],
  [failed('EHOSTUNREACH', 'write'), false],
  [failed('UND_ERR_SOCKET'), false],
  [new Error('other side closed'), false],
])('%s: certain that nothing was sent: %s', async (cause, isSureNotSent) => {
  const error = await rejection(nobody(cause).decide([aDecision]));
  expect(error).toBeInstanceOf(RegistryUnreachable);
  expect(error).toMatchObject({ isSureNotSent });
});

test('a host that cannot prove to be the registry answers in its place', async () => {
  const error = await rejection(nobody(failed('SELF_SIGNED_CERT_IN_CHAIN')).health());
  expect(error).toBeInstanceOf(RegistryIntercepted);
});

test('an answer that breaks off may have been sent by the registry', async () => {
  const broken = await served((_, response) => {
    response.writeHead(200, { ...json, 'content-length': '1000' });
    response.write('{"results"', () => response.destroy());
  });
  const error = await rejection(broken.decide([aDecision]));
  expect(error).toBeInstanceOf(RegistryUnreachable);
  expect(error).toMatchObject({ isSureNotSent: false });
});

test('a call is given up when for too long not a byte comes', async () => {
  const silent = await served(() => {}, { longestSilenceMs: 50 });
  expect(await rejection(silent.health())).toBeInstanceOf(RegistrySilent);
  expect(await rejection(silent.listen(() => {}))).toBeInstanceOf(RegistrySilent);
  const stuck = await served(
    (_, response) => {
      response.writeHead(200, json).write('{"status"');
    },
    { longestSilenceMs: 50 },
  );
  expect(await rejection(stuck.health())).toBeInstanceOf(RegistrySilent);
});

test('an answer that comes slowly is waited for, however long it takes', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const registry = httpRegistry({
    url: 'http://127.0.0.1',
    token: () => 'token',
    fetch: async (_, given) => {
      given?.signal?.addEventListener('abort', () => void writer.abort().catch(() => {}));
      return new Response(readable, { headers: json });
    },
    signal: new AbortController().signal,
  });
  const answer = registry.health();
  for (const part of JSON.stringify(health).match(/.{1,20}/g) ?? []) {
    await vi.advanceTimersByTimeAsync(29_999);
    await writer.write(new TextEncoder().encode(part));
  }
  await writer.close();
  expect(await answer).toEqual(health);
});

test('without a token nothing but the health is asked for', async () => {
  const asked: (string | undefined)[] = [];
  const registry = await served(
    (request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.writeHead(200, json).end(JSON.stringify(health));
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
