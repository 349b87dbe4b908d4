import { afterEach, beforeEach, expect, test } from 'vitest';
import { dueAtBy, usualServiceTarget } from '../../../registry/calendar.ts';
import { type Body, bodySchema } from '../../../shared/domain/body.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Change } from '../../../shared/wire/changes.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let system: RegistryClient;
let region: Body;
let unit: Body;
beforeEach(async () => {
  registry = await startTestRegistry();
  system = await registry.system('registry:bodies');
  region = await registry.authority('FR', 'DRAAF Normandie');
  unit = await registry.authority('FR', 'DDPP de la Seine-Maritime');
});
afterEach(() => registry.stop());

async function change(body: Pick<Body, 'id'>, what: object): Promise<Body> {
  const answer = await system.send('PATCH', `/v1/bodies/${body.id}`, what);
  expect(answer).toMatchObject({ status: 200 });
  return bodySchema.parse(answer.body);
}

const stored = async ({ id }: Role) => (await registry.storage.read((reader) => reader.role(id)))!;
const central = () => registry.administrator('CCA', 'FR');
const regional = () => registry.administrator('RCA', 'FR');

/** Another central authority of France, with an administrator. */
async function secondCentral() {
  const first = await registry.authority('FR', "Direction générale de l'alimentation (DGAL)");
  const body: Body = { ...first, id: crypto.randomUUID(), name: 'Seconde' };
  await registry.storage.write((writer) => writer.addBody(body));
  const holder = await registry.newcomer();
  const [role] = await holder.file({ bodyId: body.id });
  const commission = await registry.administrator('COMMISSION');
  await commission.decide(role!, 'approve', { admin: true });
  return { body, holder };
}

async function requestFor(body: Pick<Body, 'id'>): Promise<Role> {
  return (await (await registry.newcomer()).file({ bodyId: body.id }))[0]!;
}

async function requestForOperator(more: object = {}): Promise<Role> {
  const operator = newOperator({ country: 'FR', region: 'Normandie', city: 'Rouen', ...more });
  const [role] = await (await registry.newcomer()).file({ operator });
  expect(role!.responsibleId).toBe(unit.id);
  return role!;
}

const toldOf = (changes: Change[]) => changes.map(({ id }) => id);
const goneIn = (changes: Change[]) => toldOf(changes.filter(({ kind }) => kind === 'gone'));

test('an authority that moves leaves those above it, with all below: roles, their people and operators', async () => {
  const inUnit = await requestFor(unit);
  const inOperator = await requestForOperator();
  const { cursor } = await (await regional()).pull();
  const body = await change(unit, { parentId: region.parentId });
  expect(body).toEqual({ ...unit, parentId: region.parentId, revision: unit.revision + 1 });
  const { changes } = await (await regional()).pull(cursor);
  const left = [inUnit, inOperator].flatMap(({ id, personId }) => [id, personId]);
  expect(goneIn(changes)).toEqual(expect.arrayContaining([...left, inOperator.bodyId]));
  expect(changes).toContainEqual({ kind: 'body', id: unit.id, body });
  const roles = await (await regional()).roles();
  expect([...roles.values()].filter(({ bodyId }) => bodyId === unit.id)).toEqual([]);
  const decided = await (await regional()).decide(inOperator, 'approve');
  expect(decided).toMatchObject({ outcome: 'refused', code: 'out_of_scope' });
});

test('it enters those that it is below then: bodies, superiors and people come before the roles', async () => {
  const { body: second, holder } = await secondCentral();
  const inUnit = await requestFor(unit);
  const inOperator = await requestForOperator();
  const { cursor } = await holder.pull();
  await change(region, { parentId: second.id });
  const { changes } = await holder.pull(cursor);
  const place = (id: string) => toldOf(changes).indexOf(id);
  for (const role of [inUnit, inOperator]) {
    const before = [role.personId, role.bodyId, unit.id, region.id, role.responsibleId];
    for (const id of before) {
      expect(place(id)).not.toBe(-1);
      expect(place(id)).toBeLessThan(place(role.id));
    }
  }
  const decided = await holder.decide(inOperator, 'approve');
  expect(decided.outcome).toBe('applied');
  const outside = await (await central()).decide(inUnit, 'approve');
  expect(outside).toMatchObject({ outcome: 'refused', code: 'out_of_scope' });
});

test('desks below hear of the new superiors before the roles, and of nothing gone', async () => {
  const { body: second } = await secondCentral();
  const role = await requestForOperator();
  const local = await registry.administrator('LAU', 'FR');
  const { cursor } = await local.pull();
  await change(region, { parentId: second.id });
  const { changes } = await local.pull(cursor);
  expect(goneIn(changes)).toEqual([]);
  expect(toldOf(changes)).toEqual(expect.arrayContaining([second.id, region.id, role.id]));
  expect(toldOf(changes).indexOf(second.id)).toBeLessThan(toldOf(changes).indexOf(role.id));
});

test('a move raises no revision, but of the roles in the authority itself: another one decides on them', async () => {
  const below = await requestFor(unit);
  const inOperator = await requestForOperator();
  const open = await requestFor(region);
  const rejected = (await (await central()).decide(await requestFor(region), 'reject')).role!;
  const { body: second, holder } = await secondCentral();
  await change(region, { parentId: second.id });
  expect(await stored(below)).toEqual(below);
  expect(await stored(inOperator)).toEqual(inOperator);
  expect(await stored(rejected)).toEqual(rejected);
  expect(await stored(open)).toEqual({ ...open, responsibleId: second.id, revision: 2 });
  expect((await holder.history(open.id)).at(-1)).toMatchObject({
    ...{ actor: 'system', action: 'reassign', revision: 1 },
  });
  const stale = await holder.decide(open, 'approve');
  expect(stale).toMatchObject({ outcome: 'conflict', role: { revision: 2 } });
});

test('people in what moves keep their own scope and their cursor', async () => {
  const { body: second } = await secondCentral();
  const local = await registry.administrator('LAU', 'FR');
  const role = await requestForOperator();
  const { cursor } = await local.pull();
  const scopes = (await local.me()).scopes;
  await change(region, { parentId: second.id });
  expect((await local.me()).scopes).toEqual(scopes);
  expect((await local.send('GET', `/v1/changes?cursor=${cursor}`)).status).toBe(200);
  expect((await local.roles()).get(role.id)).toEqual(role);
});

test('a large subtree moves whole, also what does not fit one batch', async () => {
  const { body: second, holder } = await secondCentral();
  const role = await requestForOperator();
  const copies = Array.from({ length: 1100 }, () => ({ ...role, id: crypto.randomUUID() }));
  await registry.storage.write(async (writer) => {
    for (const copy of copies) await writer.addRole(copy);
  });
  await change(region, { parentId: second.id });
  const roles = await holder.roles();
  expect([role, ...copies].filter(({ id }) => !roles.has(id))).toEqual([]);
});

test('what nothing is changed of changes nothing', async () => {
  const post = await registry.authority('FR', 'FRLEH1');
  await requestFor(post);
  const { cursor } = await (await central()).pull();
  expect(await change(post, { parentId: post.parentId, city: post.city })).toEqual(post);
  expect(await change(post, {})).toEqual(post);
  expect((await (await central()).pull(cursor)).changes).toEqual([]);
});

test('name, city and address are told to all who see the body', async () => {
  const role = await requestForOperator();
  const { cursor } = await (await central()).pull();
  const fields = { name: 'Velmora Négoce', city: 'Dieppe', address: 'Quai 9' };
  const body = await change({ id: role.bodyId }, fields);
  expect(body).toMatchObject({ ...fields, revision: 2 });
  const { changes } = await (await central()).pull(cursor);
  expect(changes).toEqual([{ kind: 'body', id: body.id, body }]);
});

const food = { activity: 'non_animal_food' };

test('another authority responsible for an activity: its open roles move, what is closed stays', async () => {
  const dgal = await central();
  const requested = await requestForOperator();
  const join = () => requestFor({ id: requested.bodyId });
  const valid = (await dgal.decide(await join(), 'approve')).role!;
  const approved = (await dgal.decide(await join(), 'approve')).role!;
  const suspended = (await dgal.decide(approved, 'suspend')).role!;
  const rejected = (await dgal.decide(await join(), 'reject')).role!;
  const { cursor } = await (await registry.administrator('LAU', 'FR')).pull();
  const activities = [{ ...food, responsibleId: region.id }];
  const body = await change({ id: requested.bodyId }, { activities });
  expect(body.activities).toMatchObject([{ ...food, responsibleId: region.id }]);
  for (const role of [requested, valid, suspended]) {
    const revision = role.revision + 1;
    expect(await stored(role)).toEqual({ ...role, responsibleId: region.id, revision });
    expect((await dgal.history(role.id)).at(-1)).toMatchObject({
      ...{ actor: 'system', action: 'reassign', revision: role.revision },
    });
  }
  expect(await stored(rejected)).toEqual(rejected);
  const { changes } = await (await registry.administrator('LAU', 'FR')).pull(cursor);
  const left = [requested, valid, suspended].flatMap(({ id, personId }) => [id, personId]);
  expect(goneIn(changes).sort()).toEqual(left.sort());
  expect(changes).toContainEqual({ kind: 'body', id: body.id, body });
});

test('the operator goes too where nothing there names it any more', async () => {
  const role = await requestForOperator();
  const local = await registry.administrator('LAU', 'FR');
  const { cursor } = await local.pull();
  await change({ id: role.bodyId }, { activities: [{ ...food, responsibleId: region.id }] });
  const { changes } = await local.pull(cursor);
  expect(goneIn(changes)).toEqual([role.id, role.personId, role.bodyId]);
  const approved = await (await regional()).decide(await stored(role), 'approve');
  expect(approved.outcome).toBe('applied');
});

test('each field at fault is named', async () => {
  const operator = { id: (await requestForOperator()).bodyId };
  const post = await registry.authority('FR', 'FRLEH1');
  const foreign = await registry.authority('BE', 'FAVV-AFSCA');
  const top = { id: region.parentId! };
  const errorsOf = async (body: Pick<Body, 'id'>, what: object) => {
    const problem = await system.refusal('PATCH', `/v1/bodies/${body.id}`, what);
    expect(problem).toMatchObject({ status: 422, code: 'invalid_fields' });
    return problem.errors?.map(({ path, code }) => `${path} ${code}`);
  };
  expect(await errorsOf(top, { parentId: unit.id })).toEqual(['parentId would_loop']);
  expect(await errorsOf(unit, { parentId: unit.id })).toEqual(['parentId would_loop']);
  for (const parentId of [post.id, foreign.id, operator.id, crypto.randomUUID()]) {
    expect(await errorsOf(unit, { parentId })).toEqual(['parentId parent_invalid']);
  }
  expect(await errorsOf(operator, { parentId: region.id })).toEqual(['parentId not_an_authority']);
  const activities = [
    { ...food, responsibleId: post.id },
    { ...food, responsibleId: region.id },
    { ...food, responsibleId: region.id },
    { activity: 'animal_trader', responsibleId: region.id },
  ];
  expect(await errorsOf(operator, { activities })).toEqual([
    'activities.0.responsibleId cannot_be_responsible',
    'activities.2.activity repeated',
    'activities.3.activity unknown_activity',
  ]);
  expect(await errorsOf(unit, { activities })).toEqual(['activities not_an_operator']);
  const problem = await system.refusal('PATCH', `/v1/bodies/${unit.id}`, {
    name: ' ',
    kind: 'CCA',
  });
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['kind', 'name']);
});

test('only the system that keeps the reference data may, and only what is there', async () => {
  const path = `/v1/bodies/${unit.id}`;
  for (const other of [await central(), await registry.system('registry:accounts')]) {
    const problem = await other.refusal('PATCH', path, { name: 'x' });
    expect(problem).toMatchObject({ status: 403, code: 'scope_missing' });
  }
  const nowhere = `/v1/bodies/${crypto.randomUUID()}`;
  const problem = await system.refusal('PATCH', nowhere, { name: 'x' });
  expect(problem).toMatchObject({ status: 404, code: 'not_found' });
});

test('a request is due anew where the calendar of another country counts from now on, else not', async () => {
  const post = await registry.authority('FR', 'FRLEH1');
  const commission = (await registry.storage.read((reader) => reader.authoritiesIn('EU')))[0]!;
  const dueAt = '2026-01-01T12:00:00.000Z';
  const movedTo = async (parent: Pick<Body, 'id'>) => {
    const role = await requestFor(post);
    await registry.storage.write((writer) => writer.updateRole({ ...role, dueAt }));
    await change(post, { parentId: parent.id });
    return {
      due: (await stored(role)).dueAt,
      french: dueAtBy(usualServiceTarget)(role.requestedAt, 'FR'),
    };
  };
  await change(post, { parentId: commission.id });
  const fromCommission = await movedTo(region);
  expect(fromCommission.due).toBe(fromCommission.french);
  const withinFrance = await movedTo({ id: region.parentId! });
  expect(withinFrance.due).toBe(dueAt);
});
