import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Fault, type FaultyProxy, startFaultyProxy } from '../fixtures/faultyProxy.ts';

const answer = JSON.stringify({ told: 'x'.repeat(1000) });
/** The calls that reached the server behind the proxy. */
let heard: string[] = [];
let proxy: FaultyProxy;
let streams: ServerResponse[] = [];

async function serve(name: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push(`${name} ${request.method} ${request.url} ${Buffer.concat(chunks)}`);
    if (request.url !== '/events') return response.end(answer);
    streams.push(response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  [heard, streams] = [[], []];
  proxy = await startFaultyProxy(await serve('one'));
  onTestFinished(() => proxy.stop());
});

function call(path = '/decisions', options: RequestInit = {}): Promise<Response> {
  return fetch(proxy.url + path, { method: 'POST', body: 'mine', redirect: 'error', ...options });
}

test('without a fault everything goes through, and is counted', async () => {
  const response = await call();
  expect(await response.text()).toBe(answer);
  expect(heard).toEqual(['one POST /decisions mine']);
  const bytes = { bytesSent: 4, bytesGot: answer.length };
  expect(proxy.counts).toEqual({ calls: 1, ...bytes, faults: new Map() });
});

const headersCut: Fault = { kind: 'cut_answer', at: 'headers' };

test('a cut request does not reach the registry, a cut answer is lost after it did its work', async () => {
  proxy.next('/', { kind: 'cut_request' }, headersCut, { kind: 'cut_answer', at: 'body' });
  await expect(call()).rejects.toThrow();
  expect(heard).toEqual([]);
  await expect(call()).rejects.toThrow();
  expect(heard).toHaveLength(1);
  const begun = await call();
  expect(begun.headers.get('content-length')).toBe(String(answer.length));
  await expect(begun.text()).rejects.toThrow();
  expect(heard).toHaveLength(2);
  expect(await (await call()).text()).toBe(answer);
});

test('a truncated answer looks whole and is broken JSON', async () => {
  proxy.next('/', { kind: 'truncate' });
  const text = await (await call()).text();
  expect(answer.startsWith(text) && text.length < answer.length).toBe(true);
});

test('a delayed answer comes, a slow one too, and one that was asked for twice comes once', async () => {
  const slow: Fault = { kind: 'throttle', bytesPerSecond: 5000 };
  proxy.next('/', { kind: 'delay', ms: 20 }, slow, { kind: 'duplicate' });
  for (const times of [1, 2, 4]) {
    expect(await (await call()).text()).toBe(answer);
    expect(heard).toHaveLength(times);
  }
});

test('in place of the registry a gateway, a portal or another address answers', async () => {
  proxy.next(
    '/',
    { kind: 'error', status: 502, as: 'html' },
    { kind: 'error', status: 504, as: 'plain' },
    { kind: 'error', status: 429, as: 'problem', retryAfterS: 7 },
    { kind: 'portal' },
    { kind: 'redirect' },
  );
  const page = await call();
  expect(page.status).toBe(502);
  expect(await page.text()).toContain('<h1>');
  expect((await call()).status).toBe(504);
  const problem = await call();
  expect([problem.status, problem.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await problem.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
  const portal = await call();
  expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html']);
  await expect(call()).rejects.toThrow();
  expect(heard).toEqual([]);
});

test('a half-open connection is never answered, until all are broken', async () => {
  proxy.switchOn({ kind: 'half_open' });
  const signal = AbortSignal.timeout(50);
  await expect(call('/', { signal })).rejects.toThrow('timeout');
  const other = call();
  const broken = expect(other).rejects.toThrow('fetch failed');
  await expect.poll(() => proxy.counts.calls).toBe(2);
  proxy.breakAll();
  await broken;
});

test('events come through as they are told, and end where connections are broken', async () => {
  const reader = (await call('/events')).body!.getReader();
  const told = async () => Buffer.from((await reader.read()).value!).toString();
  expect(await told()).toBe('data: 1\n\n');
  streams[0]!.write('data: 2\n\n');
  expect(await told()).toBe('data: 2\n\n');
  proxy.breakAll();
  await expect(reader.read()).rejects.toThrow();
});

test('faults befall the paths they are meant for, and those drawn wherever nothing else is set', async () => {
  proxy.draw((path) => (path === '/drawn' ? { kind: 'portal' } : undefined));
  proxy.switchOn({ kind: 'error', status: 503, as: 'plain' }, '/decisions');
  proxy.next('/changes', { kind: 'error', status: 504, as: 'plain' });
  const statuses = async () => {
    const paths = ['/decisions', '/changes?limit=1', '/changes?limit=1', '/drawn', '/'];
    const found: unknown[] = [];
    for (const path of paths) found.push(await describeAnswer(path));
    return found;
  };
  expect(await statuses()).toEqual([503, 504, answer, 'text/html', answer]);
  const faults = new Map([...proxy.counts.faults].sort());
  expect(faults).toEqual(new Map(Object.entries({ error: 2, portal: 1 })));
  proxy.switchOff();
  expect(new Set(await statuses())).toEqual(new Set([answer]));
});

async function describeAnswer(path: string): Promise<string | number> {
  const response = await call(path);
  if (!response.ok) return response.status;
  return response.headers.get('content-type') ?? (await response.text());
}

test('a registry that moved is found at its new address', async () => {
  proxy.pointTo(await serve('other'));
  await call();
  expect(heard).toEqual(['other POST /decisions mine']);
});
