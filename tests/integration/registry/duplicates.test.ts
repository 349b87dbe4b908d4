import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Body } from '../../../shared/domain/body.ts';
import { duplicatesOf } from '../../../shared/domain/duplicates.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { decision, newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let central: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  central = await registry.administrator('CCA', 'BE');
});
afterAll(() => registry.stop());

const bodyOf = async ({ bodyId }: Role) =>
  (await registry.storage.read((reader) => reader.body(bodyId)))!;
const duplicates = async (role: Role) => (await bodyOf(role)).duplicates;

async function requestNew(name: string, more: Parameters<typeof newOperator>[0] = {}) {
  const [role] = await (await registry.newcomer()).file({
    operator: newOperator({ name, ...more }),
  });
  return role!;
}

async function approvedNew(...operator: Parameters<typeof requestNew>): Promise<Body> {
  const role = await requestNew(...operator);
  expect((await central.decide(role, 'approve')).outcome).toBe('applied');
  return bodyOf(role);
}

const found = ({ id, name }: Body, why: string) => ({ bodyId: id, name, why });
const eori = (value: string) => ({ identifiers: [{ scheme: 'EORI', value }] });

test('rule 6: a new operator comes with the valid ones that it is probably the same as', async () => {
  const named = await approvedNew('Dragufara Cacao NV');
  const numbered = await approvedNew('Ostemont Agri', eori('BE0400000001'));
  const role = await requestNew('DRAGUFARA CACAO', {
    identifiers: [{ scheme: 'BTW', value: 'be 0400.000.001' }],
  });
  expect(await duplicates(role)).toEqual([
    found(numbered, 'same_identifier'),
    found(named, 'same_name'),
  ]);
  const { changes } = await central.pull();
  const told = changes.find(({ id }) => id === role.bodyId);
  expect(told).toEqual({ kind: 'body', id: role.bodyId, body: await bodyOf(role) });
});

test('rule 6: neither another country nor a name that is far from it', async () => {
  await approvedNew('Korandirix Flora');
  expect(await duplicates(await requestNew('Holuvozeno Grain'))).toBeUndefined();
  const french = await requestNew('Korandirix Flora', { country: 'FR', region: 'Normandie' });
  expect(await duplicates(french)).toBeUndefined();
});

test('rule 6: two that are filed together find each other once one of them is valid, and desks hear of it', async () => {
  const one = await requestNew('Pelavilint Food BV');
  const other = await requestNew('Pelavilint-Food SRL');
  expect(await duplicates(other)).toBeUndefined();
  const { cursor } = await central.pull();
  await central.decide(one, 'approve');
  expect(await duplicates(one)).toBeUndefined();
  const body = await bodyOf(other);
  expect(body).toMatchObject({
    ...{ status: 'pending', revision: 2 },
    duplicates: [found(await bodyOf(one), 'same_name')],
  });
  const { changes } = await central.pull(cursor);
  expect(changes).toContainEqual({ kind: 'body', id: body.id, body });
});

test('rule 6: of a batch every operator that became valid is found', async () => {
  const [one, two, three, refused] = [
    await requestNew('Norondisato Coffee'),
    await requestNew('Norondisato Coffee BV'),
    await requestNew('Norondisatto Coffee'),
    await requestNew('Norondisato Coffee NV'),
  ];
  const batch = [decision(one, 'approve'), decision(two, 'approve'), decision(refused, 'reject')];
  await central.decideAll(batch);
  expect(await duplicates(three)).toEqual([
    found(await bodyOf(one), 'similar_name'),
    found(await bodyOf(two), 'similar_name'),
  ]);
  expect(await duplicates(refused)).toBeUndefined();
});

test('rule 6: what is renamed is looked at anew', async () => {
  const existing = await approvedNew('Fenubran Logistics');
  const role = await requestNew('Fenubran Logistics NV');
  expect(await duplicates(role)).toEqual([found(existing, 'same_name')]);
  const system = await registry.system('registry:bodies');
  const rename = async (name: string) => {
    const path = `/v1/bodies/${existing.id}`;
    expect((await system.send('PATCH', path, { name })).status).toBe(200);
  };
  await rename('Corezeno Fruit');
  expect(await duplicates(role)).toBeUndefined();
  await rename('Fenubran Logistic');
  const renamed = { ...existing, name: 'Fenubran Logistic' };
  expect(await duplicates(role)).toEqual([found(renamed, 'similar_name')]);
});

test('among the demonstration data are some, all of them true', async () => {
  const seeded = await startTestRegistry({ requests: 400 });
  const { changes } = await (await seeded.administrator('COMMISSION')).pull();
  const bodies = changes.flatMap((each) => (each.kind === 'body' ? [each.body] : []));
  const known: (Body | undefined)[] = [];
  for (const { bodyId } of bodies.flatMap((each) => each.duplicates ?? [])) {
    known.push(await seeded.storage.read((reader) => reader.body(bodyId)));
  }
  await seeded.stop();
  const doubtful = bodies.filter((body) => body.duplicates);
  expect(doubtful.length).toBeGreaterThanOrEqual(3);
  for (const body of doubtful) {
    expect(body.status).toBe('pending');
    const others = known.flatMap((each) => each ?? []);
    expect(duplicatesOf(body, others)).toEqual(expect.arrayContaining(body.duplicates!));
  }
});
