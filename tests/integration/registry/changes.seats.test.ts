import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Body } from '../../../shared/domain/body.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let central: RegistryClient;
let post: Body;
beforeAll(async () => {
  registry = await startTestRegistry();
  central = await registry.administrator('CCA', 'BE');
  post = await registry.authority('BE', 'BEANR1');
});
afterAll(() => registry.stop());

/** An open event stream: `next` waits for its next event, or undefined at the end. */
async function listen({ url, token }: RegistryClient) {
  const left = new AbortController();
  const response = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: left.signal,
  });
  const events = response
    .body!.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  return { next: async () => (await events.read()).value?.event, leave: () => left.abort() };
}

async function requestIn(body: Pick<Body, 'id'>, requester?: RegistryClient): Promise<Role> {
  const who = requester ?? (await registry.newcomer());
  return (await who.file({ bodyId: body.id }))[0]!;
}

/** A change of somebody's own role: the cursor expires, and the stream tells of it. */
async function expectAnew(holder: RegistryClient, act: () => Promise<unknown>): Promise<void> {
  const { cursor } = await holder.page();
  const stream = await listen(holder);
  await act();
  expect(await stream.next()).toBe('changed');
  stream.leave();
  const problem = await holder.refusal('GET', `/v1/changes?cursor=${cursor}`);
  expect(problem).toMatchObject({ status: 410, code: 'cursor_expired' });
}

test('every decision that changes what somebody sees makes their desk start afresh', async () => {
  const holder = await registry.newcomer();
  let role = await requestIn(post, holder);
  const colleague = await requestIn(post);
  const decide = async (action: Parameters<RegistryClient['decide']>[1]) => {
    await expectAnew(holder, async () => {
      const { outcome, role: next } = await central.decide(role, action);
      expect(outcome).toBe('applied');
      role = next!;
    });
    return (await holder.roles()).has(colleague.id);
  };
  expect(await decide('approve')).toBe(false);
  expect(await decide('grant_admin')).toBe(true);
  expect(await decide('suspend')).toBe(false);
  expect(await decide('reactivate')).toBe(true);
  expect(await decide('revoke_admin')).toBe(false);
});

test('so does attaching their role to an operator that exists', async () => {
  const [existing] = await (await registry.newcomer()).file({ operator: newOperator() });
  await central.decide(existing!, 'approve');
  const colleague = await (await registry.newcomer()).file({ bodyId: existing!.bodyId });
  const holder = await registry.newcomer();
  const [role] = await holder.file({ operator: newOperator() });
  await expectAnew(holder, () =>
    central.decide(role!, 'approve', { target: existing!.bodyId, admin: true }),
  );
  expect((await holder.roles()).has(colleague[0]!.id)).toBe(true);
});

test('so does a suspension by the system', async () => {
  const holder = await registry.newcomer();
  await central.decide(await requestIn(post, holder), 'approve', { admin: true });
  const accounts = await registry.system('registry:accounts');
  const { username } = holder.person;
  await expectAnew(holder, () =>
    accounts.send('POST', '/v1/suspensions', { username, code: 'devices_reset' }),
  );
  expect(await holder.roles()).toEqual(new Map());
});

test('from then on a stream is about the seats that are left', async () => {
  const other = await startTestRegistry();
  const above = await other.administrator('CCA', 'BE');
  const { id } = await other.authority('BE', 'BEANR1');
  const holder = await other.newcomer();
  const [role] = await holder.file({ bodyId: id });
  const approved = (await above.decide(role!, 'approve', { admin: true })).role!;
  const stream = await listen(holder);
  const suspended = (await above.decide(approved, 'suspend')).role!;
  expect(await stream.next()).toBe('changed');
  await (await other.newcomer()).file({ bodyId: id });
  await above.decide(suspended, 'reactivate');
  expect(await stream.next()).toBe('changed');
  await other.stop();
  expect(await stream.next()).toBeUndefined();
});
