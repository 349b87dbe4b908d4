import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.stop());

/** An open stream: `next` waits for the next event, or undefined at the end. */
async function listen({ url, token }: RegistryClient) {
  const left = new AbortController();
  const response = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' },
    signal: left.signal,
  });
  const events = response
    .body!.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  return {
    response,
    next: async () => (await events.read()).value?.event,
    leave: () => left.abort(),
  };
}

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

test('stopping the registry ends its streams', async () => {
  const other = await startTestRegistry();
  const stream = await listen(await other.administrator('CCA', 'BE'));
  await other.stop();
  expect(await stream.next()).toBeUndefined();
});
