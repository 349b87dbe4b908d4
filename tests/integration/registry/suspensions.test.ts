import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import { suspensionAnswerSchema } from '../../../shared/wire/suspensions.ts';
import type { RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let accounts: RegistryClient;
let central: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  accounts = await registry.system('registry:accounts');
  central = await registry.administrator('CCA', 'BE');
});
afterAll(() => registry.stop());

const code = 'devices_reset';

/** Somebody with valid roles in these authorities. */
async function holderOf(...codes: string[]) {
  const holder = await registry.newcomer();
  const roles: Role[] = [];
  for (const each of codes) {
    const { id } = await registry.authority(each.slice(0, 2), each);
    const [role] = await holder.file({ bodyId: id });
    const above = await registry.administrator('CCA', each.slice(0, 2));
    roles.push((await above.decide(role!, 'approve', { admin: true })).role!);
  }
  return { holder, roles, username: holder.person.username };
}

async function suspend(username: string): Promise<string[]> {
  const { status, body } = await accounts.send('POST', '/v1/suspensions', { username, code });
  expect(status).toBe(200);
  return suspensionAnswerSchema.parse(body).roles;
}

const roleOf = async ({ id }: Role) => (await registry.storage.read((reader) => reader.role(id)))!;

test('rule 11: all valid roles of the person become suspended, with the cause, and desks hear of it', async () => {
  const { roles, username } = await holderOf('BEANR1', 'BEZEE1');
  const { cursor } = await central.pull();
  expect((await suspend(username)).sort()).toEqual(roles.map(({ id }) => id).sort());
  const [first, second] = [await roleOf(roles[0]!), await roleOf(roles[1]!)];
  expect(first).toMatchObject({
    ...{ status: 'suspended', revision: roles[0]!.revision + 1, isAdmin: true },
    suspension: { cause: 'system', code },
  });
  expect(second.suspension).toEqual(first.suspension);
  const { changes } = await central.pull(cursor);
  expect(changes).toContainEqual({ kind: 'role', id: first.id, role: first });
  expect(changes).toContainEqual({ kind: 'role', id: second.id, role: second });
  expect((await central.history(first.id)).at(-1)).toMatchObject({
    ...{ actor: 'system', action: 'suspend', reason: code, revision: roles[0]!.revision },
  });
});

test('what was requested, and what an administrator suspended, stays as it was', async () => {
  const { holder, roles, username } = await holderOf('BEANR1', 'BEZEE1');
  const byHand = (await central.decide(roles[0]!, 'suspend')).role!;
  const { id } = await registry.authority('BE', 'BEBRU4');
  const [requested] = await holder.file({ bodyId: id });
  expect(await suspend(username)).toEqual([roles[1]!.id]);
  expect(await roleOf(byHand)).toEqual(byHand);
  expect(await roleOf(requested!)).toEqual(requested);
  expect(await suspend(username)).toEqual([]);
});

test('rule 11: reactivating one brings back all that were suspended with it, and nothing else', async () => {
  const { roles, username } = await holderOf('BEANR1', 'FRLEH1', 'BEZEE1');
  const byHand = (await central.decide(roles[2]!, 'suspend')).role!;
  await suspend(username);
  const [belgian, french] = [await roleOf(roles[0]!), await roleOf(roles[1]!)];
  const dgal = await registry.administrator('CCA', 'FR');
  const { cursor } = await dgal.pull();
  const result = await central.decide(belgian, 'reactivate', { message: 'Herzien' });
  expect(result.role).toMatchObject({ status: 'valid', revision: belgian.revision + 1 });
  const back = await roleOf(french);
  expect(back).toMatchObject({ status: 'valid', revision: french.revision + 1, isAdmin: true });
  expect(back.suspension).toBeUndefined();
  expect(back.lastDecision).toEqual(result.role!.lastDecision);
  const { person } = await central.me();
  expect((await dgal.history(french.id)).at(-1)).toMatchObject({
    ...{ action: 'reactivate', message: 'Herzien', revision: french.revision },
    actor: { personId: person.id },
  });
  const { changes } = await dgal.pull(cursor);
  expect(changes).toContainEqual({ kind: 'role', id: back.id, role: back });
  expect(await roleOf(byHand)).toEqual(byHand);
});

test('the right on one is needed: an administrator within one body brings back the other too', async () => {
  const { roles, username } = await holderOf('BEANR1', 'FRLEH1');
  await suspend(username);
  const colleague = await registry.administrator('BCP', 'BEANR1');
  const french = await roleOf(roles[1]!);
  const outside = await colleague.decide(french, 'reactivate');
  expect(outside).toMatchObject({ outcome: 'refused', code: 'out_of_scope' });
  const inside = await colleague.decide(await roleOf(roles[0]!), 'reactivate');
  expect(inside.outcome).toBe('applied');
  expect((await roleOf(french)).status).toBe('valid');
});

test('nobody is on a role any more that came back with another', async () => {
  const { roles, username } = await holderOf('BEANR1', 'BEZEE1');
  await suspend(username);
  const [, colleague] = await registry.administrators('CCA', 'BE');
  const other = roles[1]!;
  expect((await colleague!.send('POST', `/v1/roles/${other.id}/claim`)).status).toBe(200);
  await central.decide(await roleOf(roles[0]!), 'reactivate');
  expect(await roleOf(other)).toMatchObject({ status: 'valid', revision: 4 });
  expect((await roleOf(other)).claim).toBeUndefined();
});

test('two suspensions are two: what was suspended later does not come back with what was before', async () => {
  const { holder, roles, username } = await holderOf('BEANR1');
  await suspend(username);
  const { id } = await registry.authority('BE', 'BEZEE1');
  const [later] = await holder.file({ bodyId: id });
  await central.decide(later!, 'approve');
  expect(await suspend(username)).toEqual([later!.id]);
  await central.decide(await roleOf(roles[0]!), 'reactivate');
  expect((await roleOf(later!)).status).toBe('suspended');
});

test('a decision on what the system has suspended meanwhile is a conflict, without a decision that stands', async () => {
  const { roles, username } = await holderOf('BEANR1');
  await suspend(username);
  const stale = await central.decide(roles[0]!, 'suspend');
  expect(stale).toMatchObject({ outcome: 'conflict', role: { status: 'suspended' } });
  expect(stale.current).toBeUndefined();
});

test('only the system that keeps the accounts may, and only for somebody who is there', async () => {
  const call = ['POST', '/v1/suspensions', { username: 'nobody', code }] as const;
  expect(await accounts.refusal(...call)).toMatchObject({ status: 404, code: 'unknown_username' });
  for (const other of [central, await registry.system('registry:bodies')]) {
    expect(await other.refusal(...call)).toMatchObject({ status: 403, code: 'scope_missing' });
  }
  const misshapen = { username: '', code: 'Not a code', x: 1 };
  const problem = await accounts.refusal('POST', '/v1/suspensions', misshapen);
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['code', 'username', 'x']);
});
