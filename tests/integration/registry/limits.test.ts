import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decision, type RegistryClient } from '../../fixtures/registryClient.ts';
import { problemIn, rawConnection, requestText } from './rawHttp.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let client: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry({ requests: 20 });
  client = await registry.administrator('CCA', 'BE');
});
afterAll(() => registry.stop());

const mebibyte = 1024 * 1024;
const mebibyteOf = (letter: string) => letter.repeat(mebibyte);
const json = 'application/json';

/** Sends a body as it is, and expects it to be refused. */
async function refused(body: string | Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(`${registry.url}/v1/decisions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': json, ...headers },
    body: body as BodyInit,
  });
  const { status } = response;
  return problemIn({ status, headers: response.headers, body: await response.text() });
}

const batchOf = (more: object) =>
  JSON.stringify({
    decisions: [{ ...decision({ id: crypto.randomUUID(), revision: 1 }, 'approve'), ...more }],
  });
const latin1 = Buffer.from('{"decisions":["é"]}', 'latin1');
const overlong = Buffer.concat([
  Buffer.from('{"a":"'),
  Buffer.from([0xc0, 0x80]),
  Buffer.from('"}'),
]);
const surrogate = Buffer.concat([
  Buffer.from('{"a":"'),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from('"}'),
]);

test.each([
  ['Latin-1', latin1, 400, 'malformed_json'],
  ['an overlong NUL', overlong, 400, 'malformed_json'],
  ['half of a surrogate pair in UTF-8', surrogate, 400, 'malformed_json'],
  ['nesting beyond reason', '['.repeat(40) + ']'.repeat(40), 400, 'malformed_json'],
  ['nesting without an end', '{"a":'.repeat(mebibyte), 400, 'malformed_json'],
  ['brackets by the million', '['.repeat(9 * mebibyte), 400, 'malformed_json'],
  ['another prototype', '{"__proto__":{"decisions":[]}}', 400, 'malformed_json'],
  [
    'a number that is none',
    batchOf({}).replace('"baseRevision":1', '"baseRevision":NaN'),
    400,
    'malformed_json',
  ],
  [
    'a number without an end',
    batchOf({}).replace('"baseRevision":1', '"baseRevision":1e999'),
    400,
    'invalid_request',
  ],
  [
    '1e308',
    batchOf({}).replace('"baseRevision":1', '"baseRevision":1e308'),
    400,
    'invalid_request',
  ],
  ['10 MB of message', batchOf({ message: 'x'.repeat(10_000_000) }), 400, 'invalid_request'],
  [
    'more than a body may hold',
    batchOf({ message: 'x'.repeat(11 * mebibyte) }),
    413,
    'payload_too_large',
  ],
  [
    'values by the million',
    `{"decisions":[${'{},'.repeat(3 * mebibyte)}{}]}`,
    413,
    'payload_too_large',
  ],
  [
    '501 decisions',
    JSON.stringify({
      decisions: Array.from({ length: 501 }, () =>
        decision({ id: crypto.randomUUID(), revision: 1 }, 'approve'),
      ),
    }),
    413,
    'too_many_decisions',
  ],
])('%s is refused', async (_what, body, status, code) => {
  expect(await refused(body)).toMatchObject({ status, code });
});

test('brackets and quotes within texts do not count', async () => {
  const message = `\\"${'[{'.repeat(500)}"\\${','.repeat(2000)}`;
  const [role] = [...(await client.roles()).values()];
  const decisions = Array.from({ length: 20 }, () =>
    decision(role!, 'grant_admin', { message, baseRevision: 99 }),
  );
  expect((await client.decideAll(decisions)).length).toBe(20);
});

test.each(['\0', '\ud800', 'a\udc00b'])(
  'a text that cannot be kept is named: %j',
  async (message) => {
    const problem = await refused(batchOf({ message }));
    expect(problem.errors).toEqual([{ path: 'decisions.0.message', code: 'invalid_text' }]);
  },
);

test('a text of pairs and of every other character is kept as it came', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const message = "\u0001\u007f\u0085\u2028\ufeff\uffff😀é ﷽ '; DROP TABLE roles; -- <script>";
  const [role] = await (await registry.newcomer()).file({ bodyId: post.id, message });
  expect(role!.message).toBe(message);
});

test('of very many fields at fault a hundred are told', async () => {
  const decisions = Array.from({ length: 400 }, () => ({}));
  expect((await refused(JSON.stringify({ decisions }))).errors?.length).toBe(100);
});

test('bodies in another form or packing are not taken', async () => {
  const unsupported = { status: 415, code: 'unsupported_media_type' };
  const good = batchOf({});
  expect(await refused(good, { 'content-type': 'text/plain' })).toMatchObject(unsupported);
  const packed = gzipSync(good);
  expect(await refused(packed, { 'content-encoding': 'gzip' })).toMatchObject(unsupported);
  expect(await refused(packed, { 'content-encoding': 'br' })).toMatchObject(unsupported);
});

test('a query that is not UTF-8, or has a NUL, is refused', async () => {
  expect(await client.refusal('GET', '/v1/changes?cursor=%ff')).toMatchObject({ status: 400 });
  expect((await client.refusal('GET', '/v1/changes?cursor=%00')).errors).toEqual([
    { path: 'cursor', code: 'invalid_text' },
  ]);
  expect(await client.refusal('GET', '/v1/%ff')).toMatchObject({ status: 400 });
});

test.each([
  ['says that it is', 'content-length', `${11 * mebibyte}`, [mebibyteOf('x')]],
  ['grows', 'transfer-encoding', 'chunked', ['100000\r\n', mebibyteOf('x'), '\r\n']],
])(
  'a body that %s too long is refused early, and read to its end',
  async (_how, name, value, part) => {
    const { socket, answer } = await rawConnection(registry.url);
    const headers = {
      authorization: `Bearer ${client.token}`,
      'content-type': json,
      [name]: value,
    };
    const send = async (text: string) => {
      const failed = await new Promise((resolve) => socket.write(text, resolve));
      expect(failed ?? undefined).toBeUndefined();
    };
    const isTold = name === 'content-length';
    await send(requestText('POST', '/v1/decisions', headers));
    if (isTold) expect(problemIn(await answer())).toMatchObject({ status: 413 });
    for (let sent = 0; sent < 11; sent += 1) await send(part.join(''));
    if (!isTold) expect(problemIn(await answer())).toMatchObject({ status: 413 });
    if (!isTold) await send('0\r\n\r\n');
    await send(requestText('GET', '/v1/health'));
    expect((await answer()).status).toBe(200);
    socket.destroy();
  },
);

test.each([
  ['headers', requestText('GET', '/v1/me', { a: 'x'.repeat(20_000) }), 431, 'headers_too_large'],
  [
    'an address',
    requestText('GET', `/v1/changes?cursor=${'x'.repeat(20_000)}`),
    431,
    'headers_too_large',
  ],
  ['an id', requestText('GET', `/v1/roles/${'x'.repeat(2000)}/history`), 414, 'uri_too_long'],
  ['no HTTP', 'hello\r\n\r\n', 400, 'invalid_request'],
  [
    'two lengths',
    requestText('POST', '/v1/decisions', { 'content-length': '1, 2' }),
    400,
    'invalid_request',
  ],
])('%s beyond measure is a problem', async (_what, text, status, code) => {
  const { socket, answer } = await rawConnection(registry.url);
  socket.write(text);
  expect(problemIn(await answer())).toMatchObject({ status, code });
  socket.destroy();
});

test('who is slow ends with a time-out, and keeps nobody waiting', async () => {
  const timeouts = { headersMs: 300, requestMs: 900, silenceMs: 60_000 };
  const hasty = await startTestRegistry({ options: { timeouts } });
  const central = await hasty.administrator('CCA', 'BE');
  const slowHead = await rawConnection(hasty.url);
  slowHead.socket.write('GET /v1/me HTTP/1.1\r\n');
  const slowBody = await rawConnection(hasty.url);
  const headers = { authorization: `Bearer ${central.token}`, 'content-type': json };
  slowBody.socket.write(
    requestText('POST', '/v1/decisions', { ...headers, 'content-length': 500 }),
  );
  slowBody.socket.write('{"decisions":');

  const post = await hasty.authority('BE', 'BEANR1');
  const [role] = await (await hasty.newcomer()).file({ bodyId: post.id });
  expect((await central.decide(role!, 'approve')).outcome).toBe('applied');
  for (const { answer, closed } of [slowHead, slowBody]) {
    expect(problemIn(await answer())).toMatchObject({ status: 408, code: 'request_timeout' });
    await closed;
  }
  await hasty.stop();
});

test('a connection on which nothing moves is closed', async () => {
  const timeouts = { headersMs: 30_000, requestMs: 60_000, silenceMs: 200 };
  const hasty = await startTestRegistry({ options: { timeouts } });
  const { closed } = await rawConnection(hasty.url);
  await closed;
  await hasty.stop();
});
