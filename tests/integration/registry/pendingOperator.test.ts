import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let central: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  central = await registry.administrator('CCA', 'BE');
});
afterAll(() => registry.stop());

async function requestNew(more: Parameters<typeof newOperator>[0] = {}): Promise<Role> {
  const [role] = await (await registry.newcomer()).file({ operator: newOperator(more) });
  return role!;
}

const bodyOf = async ({ bodyId }: Role) =>
  (await registry.storage.read((reader) => reader.body(bodyId)))!;

test('a request brings a pending operator along', async () => {
  const role = await requestNew({
    name: 'Corimarix',
    identifiers: [{ scheme: 'VAT', value: 'B' }],
  });
  expect(await bodyOf(role)).toMatchObject({
    ...newOperator({ name: 'Corimarix' }),
    type: 'operator',
    status: 'pending',
    revision: 1,
    identifiers: [{ scheme: 'VAT', value: 'B' }],
    activities: [
      { activity: 'non_animal_food', status: 'pending', responsibleId: role.responsibleId },
    ],
  });
});

test('rule 6: approving its role approves operator and activity, and desks hear of it', async () => {
  const role = await requestNew();
  const { cursor } = await central.pull();
  await central.decide(role, 'approve');
  const body = await bodyOf(role);
  expect(body).toMatchObject({ status: 'valid', revision: 2, activities: [{ status: 'valid' }] });
  const { changes } = await central.pull(cursor);
  expect(changes).toContainEqual({ kind: 'body', id: body.id, body });
});

test('rule 6: the operator is rejected with its last role, not before', async () => {
  const role = await requestNew();
  const [second] = await (await registry.newcomer()).file({ bodyId: role.bodyId });
  await central.decide(role, 'reject');
  expect((await bodyOf(role)).status).toBe('pending');
  await central.decide(second!, 'reject');
  expect(await bodyOf(role)).toMatchObject({
    status: 'rejected',
    activities: [{ status: 'rejected' }],
  });
});

test('rule 6: it is rejected too when its last request is withdrawn', async () => {
  const requester = await registry.newcomer();
  const [role] = await requester.file({ operator: newOperator() });
  await requester.send('DELETE', `/v1/role-requests/${role!.id}`);
  expect((await bodyOf(role!)).status).toBe('rejected');
});

test('a role is attached to the operator that exists already, and the pending one is rejected', async () => {
  const existing = await requestNew({ name: 'Marellolint' });
  await central.decide(existing, 'approve');
  const load = [
    { chapter: 'other', section: 'responsible_for_load', activity: 'responsible_for_load' },
  ];
  const role = await requestNew({ name: 'Marello lint', activities: load });
  const { cursor } = await central.pull();
  const result = await central.decide(role, 'approve', { target: existing.bodyId });
  expect(result).toMatchObject({ outcome: 'applied', role: { status: 'valid', isAdmin: false } });
  expect(result.role!.bodyId).toBe(existing.bodyId);
  expect((await bodyOf(role)).status).toBe('rejected');
  expect((await bodyOf(existing)).activities).toMatchObject([
    { activity: 'non_animal_food', status: 'valid' },
    { activity: 'responsible_for_load', status: 'valid' },
  ]);
  const { changes } = await central.pull(cursor);
  expect(changes).toContainEqual({ kind: 'gone', of: 'body', id: role.bodyId });
});

const inRegion = (region: string) => ({ region });

test('attached to an operator that has the activity, a role lies under who is responsible there', async () => {
  const existing = await requestNew(inRegion('Liège'));
  await central.decide(existing, 'approve');
  const before = await bodyOf(existing);
  const role = await requestNew(inRegion('Antwerpen'));
  expect(role.responsibleId).not.toBe(existing.responsibleId);
  const [antwerp, liege] = await registry.administrators('LAU', 'BE');
  const { cursor } = await antwerp!.pull();
  const elsewhere = await antwerp!.decide(role, 'approve', { target: existing.bodyId });
  expect(elsewhere).toMatchObject({ outcome: 'refused', code: 'target_invalid' });
  const attached = await central.decide(role, 'approve', { target: existing.bodyId });
  expect(attached).toMatchObject({
    outcome: 'applied',
    role: { bodyId: existing.bodyId, responsibleId: existing.responsibleId, status: 'valid' },
  });
  expect(await bodyOf(existing)).toEqual(before);
  expect((await liege!.roles()).get(role.id)).toEqual(attached.role);
  const { changes } = await antwerp!.pull(cursor);
  expect(changes).toContainEqual({ kind: 'gone', of: 'role', id: role.id });
});

test('the activity that comes along keeps its responsible authority and its control body, who may attach it', async () => {
  const certifier = await registry.administrator('control_body', 'BE');
  const controlBodyId = (await certifier.me()).scopes[0]!.bodyId;
  const organic = { chapter: 'organic', section: 'organic_producer', activity: 'organic_producer' };
  const existing = await requestNew(inRegion('Liège'));
  await central.decide(existing, 'approve');
  const role = await requestNew({
    ...{ region: 'Antwerpen', activities: [{ ...organic, controlBodyId, identifier: 'B-1' }] },
  });
  const attached = await certifier.decide(role, 'approve', { target: existing.bodyId });
  expect(attached).toMatchObject({
    outcome: 'applied',
    role: { bodyId: existing.bodyId, responsibleId: role.responsibleId },
  });
  expect((await bodyOf(existing)).activities[1]).toEqual({
    ...{ ...organic, controlBodyId, identifier: 'B-1' },
    ...{ responsibleId: role.responsibleId, status: 'valid' },
  });
  expect((await bodyOf(role)).status).toBe('rejected');
});

test('an operator out of which one role is attached elsewhere waits for its others', async () => {
  const existing = await requestNew();
  await central.decide(existing, 'approve');
  const role = await requestNew({ name: 'Osta quell' });
  const [second] = await (await registry.newcomer()).file({ bodyId: role.bodyId });
  const pendingId = role.bodyId;
  const target = existing.bodyId;
  const attached = (await central.decide(role, 'approve', { target })).role!;
  const pending = async () => registry.storage.read((reader) => reader.body(pendingId));
  expect((await pending())!.status).toBe('pending');
  await central.decide(second!, 'approve', { target });
  expect((await pending())!.status).toBe('rejected');
  const suspended = await central.decide(attached, 'suspend');
  expect(suspended.outcome).toBe('applied');
});

test('under rule 5 who is attached does not become administrator of an operator that has people', async () => {
  const existing = await requestNew();
  await central.decide(existing, 'approve');
  const target = existing.bodyId;
  const one = await central.decide(await requestNew(), 'approve', { target });
  expect(one.role).toMatchObject({ bodyId: target, isAdmin: false });
  const two = await central.decide(await requestNew(), 'approve', { target, admin: true });
  expect(two.role).toMatchObject({ bodyId: target, isAdmin: true });
});

test('only a role in a pending operator is attached', async () => {
  const [existing, other] = [await requestNew(), await requestNew()];
  await central.decide(existing, 'approve');
  await central.decide(other, 'approve');
  const [role] = await (await registry.newcomer()).file({ bodyId: other.bodyId });
  const result = await central.decide(role!, 'approve', { target: existing.bodyId });
  expect(result).toMatchObject({ outcome: 'refused', code: 'target_invalid' });
});

test('passing on neither moves the deadline nor reaches a role in an authority', async () => {
  const role = await requestNew({ region: 'Antwerpen' });
  const liege = await registry.authority('BE', 'FAVV-AFSCA, ULC Liège');
  const passed = await central.decide(role, 'reassign', { target: liege.id });
  expect(passed.role!.dueAt).toBe(role.dueAt);
  const post = await registry.authority('BE', 'BEANR1');
  const [inPost] = await (await registry.newcomer()).file({ bodyId: post.id });
  const refused = await central.decide(inPost!, 'reassign', { target: liege.id });
  expect(refused).toMatchObject({ outcome: 'refused', code: 'target_invalid' });
});

test('it is not attached to what is not a valid operator of the same country', async () => {
  const role = await requestNew();
  const pending = await requestNew();
  const french = await requestNew({ country: 'FR', region: 'Normandie' });
  const dgal = await registry.administrator('CCA', 'FR');
  expect((await dgal.decide(french, 'approve')).outcome).toBe('applied');
  const post = await registry.authority('BE', 'BEANR1');
  for (const target of [pending.bodyId, french.bodyId, post.id, role.bodyId, crypto.randomUUID()]) {
    const result = await central.decide(role, 'approve', { target });
    expect(result).toMatchObject({ outcome: 'refused', code: 'target_invalid' });
  }
  expect((await bodyOf(role)).status).toBe('pending');
});

test('rule 10: reassign passes the request on, and those it leaves see it go', async () => {
  const role = await requestNew({ region: 'Antwerpen' });
  const [antwerp, liege] = await registry.administrators('LAU', 'BE');
  const unit = await registry.authority('BE', 'FAVV-AFSCA, ULC Liège');
  const { cursor } = await antwerp!.pull();
  const passed = await antwerp!.decide(role, 'reassign', { target: unit.id, message: 'Zie Luik' });
  expect(passed).toMatchObject({
    outcome: 'applied',
    role: { status: 'requested', revision: 2, responsibleId: unit.id },
  });
  expect((await bodyOf(role)).activities[0]!.responsibleId).toBe(unit.id);
  const { changes } = await antwerp!.pull(cursor);
  expect(changes.filter(({ kind }) => kind === 'gone')).toEqual([
    { kind: 'gone', of: 'role', id: role.id },
    { kind: 'gone', of: 'person', id: role.personId },
    { kind: 'gone', of: 'body', id: role.bodyId },
  ]);
  expect((await liege!.roles()).get(role.id)).toEqual(passed.role);
  const [, line] = await liege!.history(role.id);
  expect(line).toMatchObject({ action: 'reassign', message: 'Zie Luik' });
  const approved = await liege!.decide(passed.role!, 'approve');
  expect(approved.outcome).toBe('applied');
});

test('a request is passed on only to another authority that can be responsible', async () => {
  const role = await requestNew();
  const inFrance = await registry.authority('FR', 'DRAAF Normandie');
  const post = await registry.authority('BE', 'BEANR1');
  const forOrganic = await registry.authority('BE', 'BE0101');
  const targets = [inFrance.id, post.id, forOrganic.id, role.responsibleId, undefined];
  for (const target of targets) {
    const result = await central.decide(role, 'reassign', { target });
    expect(result).toMatchObject({ outcome: 'refused', code: 'target_invalid' });
  }
  const suspend = await central.decide(role, 'reject', { target: post.id });
  expect(suspend.code).toBe('target_invalid');
});
