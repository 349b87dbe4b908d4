import type { ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPostgres } from '../../fixtures/databases.ts';
import { listen } from '../../fixtures/eventStream.ts';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { requestText } from './rawHttp.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.stop());

async function fileIn(code: string) {
  const post = await registry.authority(code.slice(0, 2), code);
  const requester = await registry.newcomer();
  return { requester, role: (await requester.file({ bodyId: post.id }))[0]! };
}

test('every desk in whose scope something changes hears of it, and no other', async () => {
  const central = await listen(await registry.administrator('CCA', 'BE'));
  const post = await listen(await registry.administrator('BCP', 'BEANR1'));
  const french = await listen(await registry.administrator('CCA', 'FR'));
  expect(central.response.headers.get('content-type')).toBe('text/event-stream');
  expect(central.response.headers.get('content-encoding')).toBeNull();
  const heard: string[] = [];
  const hears = french.next().then((event) => heard.push(`french ${event}`));
  const { role } = await fileIn('BEANR1');
  expect(await central.next()).toBe('changed');
  expect(await post.next()).toBe('changed');
  await (await registry.administrator('CCA', 'BE')).decide(role, 'approve');
  expect(await central.next()).toBe('changed');
  expect(heard).toEqual([]);
  await fileIn('FRLEH1');
  await hears;
  expect(heard).toEqual(['french changed']);
  for (const { leave } of [central, post, french]) leave();
});

test('a repeat that changes nothing is no event', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const { role } = await fileIn('BEANR1');
  const decided = await central.decide(role, 'approve');
  const stream = await listen(central);
  await central.decide(role, 'approve');
  await central.decide(decided.role!, 'approve');
  const next = stream.next();
  await central.decide(decided.role!, 'suspend');
  expect(await next).toBe('changed');
  const { changes } = await central.pull();
  expect(changes.some(({ id }) => id === role.id)).toBe(true);
  stream.leave();
});

test('somebody who gets a role hears of it and of its scope from then on', async () => {
  const { requester, role } = await fileIn('BEZEE1');
  const stream = await listen(requester);
  const central = await registry.administrator('CCA', 'BE');
  await central.decide(role, 'approve', { admin: true });
  expect(await stream.next()).toBe('changed');
  await fileIn('BEZEE1');
  expect(await stream.next()).toBe('changed');
  stream.leave();
});

test('a stream ends with its token', async () => {
  const { person } = await registry.newcomer();
  const stream = await listen(await RegistryClient.signIn(registry.url, person.username, 1));
  expect(await stream.next()).toBeUndefined();
});

test('a stream needs a token', async () => {
  const problem = await new RegistryClient(registry.url).refusal('GET', '/v1/events');
  expect(problem).toMatchObject({ status: 401, code: 'token_missing' });
});

test('of the streams of one person the oldest ends where there are too many', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const streams = [];
  for (let opened = 0; opened < 11; opened += 1) streams.push(await listen(central));
  const other = await listen(await registry.administrator('CCA', 'FR'));
  const [oldest, ...open] = streams;
  expect(await oldest!.next()).toBeUndefined();
  await fileIn('BEANR1');
  for (const { next } of open) expect(await next()).toBe('changed');
  await fileIn('FRLEH1');
  expect(await other.next()).toBe('changed');
  for (const { leave } of [...open, other]) leave();
});

const patient = { timeout: 30_000 };

/** A connection whose client reads only when it is told to. */
function unreadConnection() {
  let text = '';
  let goOn: (() => void) | undefined;
  let isRead = false;
  const connection = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      if (isRead) done();
      else goOn = done;
    },
  });
  const readOn = () => {
    isRead = true;
    goOn?.();
  };
  return { connection, readOn, events: () => text.split('event: changed').length - 1 };
}

test('a desk that does not read costs little, keeps no write waiting, and hears when it reads again', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const { scopes } = await central.me();
  const { connection, readOn, events } = unreadConnection();
  const opened = new Promise<ServerResponse>((resolve) => {
    registry.app.server.once('request', (_request, response) => resolve(response));
  });
  registry.app.server.emit('connection', connection);
  connection.push(requestText('GET', '/v1/events', { authorization: `Bearer ${central.token}` }));
  const response = await opened;
  await expect.poll(() => response.headersSent, patient).toBe(true);

  const { bodyId } = scopes[0]!;
  let most = 0;
  let told = 0;
  let hear = () => {};
  registry.storage.onCommit(() => hear());
  const changes = onPostgres ? 3000 : 10_000;
  for (let change = 0; change < changes; change += 1) {
    if (!response.writableNeedDrain) told += 1;
    const hears = new Promise<void>((resolve) => {
      hear = resolve;
    });
    await registry.storage.write((writer) => writer.feedMove(`above:${bodyId}`, 'body', bodyId));
    await hears;
    most = Math.max(most, response.writableLength);
  }
  expect(told).toBeLessThan(changes);
  expect(most).toBeLessThan(2 * response.writableHighWaterMark);

  readOn();
  await expect.poll(events, patient).toBe(told + 1);
  await fileIn('BEANR1');
  await expect.poll(events, patient).toBe(told + 2);
  connection.destroy();
});

test('stopping the registry ends its streams', async () => {
  const other = await startTestRegistry();
  const stream = await listen(await other.administrator('CCA', 'BE'));
  await other.stop();
  expect(await stream.next()).toBeUndefined();
});
