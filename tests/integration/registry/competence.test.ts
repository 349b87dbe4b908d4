import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Body } from '../../../shared/domain/body.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.stop());

const applied = 'applied';

/** What comes of an approval: `applied`, or the code of the refusal. */
async function approving(who: RegistryClient, role: Role): Promise<string> {
  const { outcome, code } = await who.decide(role, 'approve');
  return outcome === applied ? applied : code!;
}

async function requestIn(body: Pick<Body, 'id'>, more: object = {}): Promise<Role> {
  const [role] = await (await registry.newcomer()).file({ bodyId: body.id, ...more });
  return role!;
}

async function requestForOperator(more: Parameters<typeof newOperator>[0] = {}): Promise<Role> {
  const [role] = await (await registry.newcomer()).file({ operator: newOperator(more) });
  return role!;
}

const load = {
  activities: [
    { chapter: 'other', section: 'responsible_for_load', activity: 'responsible_for_load' },
  ],
};

async function organic() {
  const controlBody = await registry.administrator('control_body', 'BE');
  const [scope] = (await controlBody.me()).scopes;
  const activities = [
    {
      chapter: 'organic',
      section: 'organic_producer',
      activity: 'organic_producer',
      controlBodyId: scope!.bodyId,
    },
  ];
  return { controlBody, controlBodyId: scope!.bodyId, activities };
}

test('a role in an authority: those above it and its administrators, nobody else', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const [, colleague] = await registry.administrators('BCP', 'BEANR1');
  expect(await approving(await registry.administrator('COMMISSION'), await requestIn(post))).toBe(
    applied,
  );
  expect(await approving(await registry.administrator('CCA', 'BE'), await requestIn(post))).toBe(
    applied,
  );
  expect(await approving(colleague!, await requestIn(post))).toBe(applied);
  const role = await requestIn(post);
  expect(await approving(await registry.administrator('CCA', 'FR'), role)).toBe('out_of_scope');
  expect(await approving(await registry.administrator('BCP', 'BEZEE1'), role)).toBe('out_of_scope');
  expect(await approving(await registry.administrator('LAU', 'BE'), role)).toBe('out_of_scope');
});

test('the whole tree: the Commission and the region decide on a local unit, not the other way round', async () => {
  const unit = await registry.authority('FR', 'DDPP de la Seine-Maritime');
  const region = await registry.authority('FR', 'DRAAF Normandie');
  for (const kind of ['COMMISSION', 'CCA', 'RCA']) {
    const above = await registry.administrator(kind, kind === 'COMMISSION' ? undefined : 'FR');
    expect(await approving(above, await requestIn(unit))).toBe(applied);
  }
  const below = await registry.administrator('LAU', 'FR');
  expect(await approving(below, await requestIn(region))).toBe('out_of_scope');
});

test('colleagues without the administrator flag decide on what is below, not among themselves', async () => {
  const central = await registry.authority('BE', 'FAVV-AFSCA');
  const role = await requestIn(central);
  const administrator = await registry.administrator('CCA', 'BE');
  const approved = (await administrator.decide(role, 'approve', { admin: false })).role!;
  const person = await registry.storage.read((reader) => reader.person(approved.personId));
  const colleague = await registry.as(person!.username);
  const post = await registry.authority('BE', 'BEANR1');
  expect(await approving(colleague, await requestIn(post))).toBe(applied);
  expect(await approving(colleague, await requestIn(central))).toBe('out_of_scope');
});

test('a role in an operator: its responsible authority and those above it, the Commission only looks', async () => {
  const antwerp = { region: 'Antwerpen', city: 'Antwerpen' };
  const role = await requestForOperator(antwerp);
  const unit = await registry.authority('BE', 'FAVV-AFSCA, LCE Antwerpen');
  expect(role.responsibleId).toBe(unit.id);
  const commission = await registry.administrator('COMMISSION');
  expect((await commission.roles()).has(role.id)).toBe(true);
  expect(await approving(commission, role)).toBe('not_allowed');
  const otherUnit = (await registry.administrators('LAU', 'BE'))[1]!;
  expect(await approving(otherUnit, role)).toBe('out_of_scope');
  const responsible = (await registry.administrators('LAU', 'BE'))[0]!;
  expect(await approving(responsible, role)).toBe(applied);
  const central = await registry.administrator('CCA', 'BE');
  expect(await approving(central, await requestForOperator(antwerp))).toBe(applied);
});

test('an organic activity: also its control body', async () => {
  const { controlBody, activities } = await organic();
  expect(await approving(controlBody, await requestForOperator({ activities }))).toBe(applied);
  const other = (await registry.administrators('control_body', 'DE'))[0]!;
  expect(await approving(other, await requestForOperator({ activities }))).toBe('out_of_scope');
  expect(await approving(controlBody, await requestForOperator())).toBe('out_of_scope');
});

test('an administrator within the operator', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const first = await requestForOperator();
  await central.decide(first, 'approve');
  const person = await registry.storage.read((reader) => reader.person(first.personId));
  const owner = await registry.as(person!.username);
  expect(await approving(owner, await requestIn({ id: first.bodyId }))).toBe(applied);
  expect(await approving(owner, await requestForOperator())).toBe('out_of_scope');
});

test('border control posts decide on those responsible for the load where their country says so', async () => {
  const post = await registry.administrator('BCP', 'BEANR1');
  expect(await approving(post, await requestForOperator(load))).toBe(applied);
  expect(await approving(post, await requestForOperator())).toBe('out_of_scope');
  const irish = { ...load, country: 'IE', region: 'Munster', city: 'Cork' };
  const role = await requestForOperator(irish);
  expect(await approving(await registry.administrator('BCP', 'IEDUB4'), role)).toBe('out_of_scope');
  expect(await approving(post, role)).toBe('out_of_scope');
  expect(await approving(await registry.administrator('CCA', 'IE'), role)).toBe(applied);
});

test('a role in a control body: the central authority of its country, the Commission where there is none', async () => {
  const { controlBody, controlBodyId } = await organic();
  const requester = await registry.newcomer();
  const roles = await requester.file({ bodyId: controlBodyId, countries: ['BE', 'FR', 'AL'] });
  const [belgian, french, albanian] = roles;
  const commission = await registry.administrator('COMMISSION');
  const central = await registry.administrator('CCA', 'BE');
  expect(await approving(central, french!)).toBe('out_of_scope');
  expect(await approving(commission, french!)).toBe('not_allowed');
  expect(await approving(central, belgian!)).toBe(applied);
  expect(await approving(commission, albanian!)).toBe(applied);
  expect(await approving(controlBody, french!)).toBe(applied);
});

test('organic certification in Italy is for MASAF, not for the Ministry of Health', async () => {
  const controlBody = (await registry.administrators('control_body', 'IT'))[0]!;
  const [scope] = (await controlBody.me()).scopes;
  const role = await requestIn({ id: scope!.bodyId }, { countries: ['IT'] });
  const [health, organicMinistry] = await registry.administrators('CCA', 'IT');
  expect(await approving(health!, role)).toBe('out_of_scope');
  expect(await approving(organicMinistry!, role)).toBe(applied);
});

test('endorsing authority and customs office are two bodies under one roof, each for itself', async () => {
  const endorsing = await registry.authority('BE', 'BE0001');
  const office = await registry.authority('BE', 'BE301000');
  expect(endorsing.name).toBe(office.name);
  const role = await requestIn(endorsing);
  expect(role.function).toBe('EAOC');
  expect(await approving(await registry.administrator('CO', 'BE301000'), role)).toBe(
    'out_of_scope',
  );
  expect(await approving(await registry.administrator('EAOC', 'BE0001'), role)).toBe(applied);
  const inOffice = await requestIn(office);
  expect(await approving(await registry.administrator('EAOC', 'BE0001'), inOffice)).toBe(
    'out_of_scope',
  );
  expect(await approving(await registry.administrator('CCA', 'BE'), inOffice)).toBe(applied);
});

test('an authority for organic production decides on the organic operators of its region', async () => {
  const { activities } = await organic();
  const labelling = await registry.administrator('OPL', 'BE0101');
  const place = { region: 'Oost-Vlaanderen', city: 'Gent' };
  const role = await requestForOperator({ ...place, activities });
  expect(await approving(labelling, role)).toBe(applied);
  expect(await approving(labelling, await requestForOperator(place))).toBe('out_of_scope');
  const inLabelling = await requestIn(await registry.authority('BE', 'BE0101'));
  expect(inLabelling.function).toBe('OPL');
  expect(await approving(labelling, inLabelling)).toBe(applied);
});

test('competence goes by activity: who is responsible for one sees nothing of the other', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const food = await requestForOperator({ region: 'Liège' });
  await central.decide(food, 'approve');
  const loads = await requestForOperator({ ...load, region: 'Antwerpen' });
  await central.decide(loads, 'approve', { target: food.bodyId });
  const [antwerp, liege] = await registry.administrators('LAU', 'BE');
  const operator = { id: food.bodyId };
  const forFood = await requestIn(operator, { function: 'non_animal_food' });
  const forLoads = await requestIn(operator, { function: 'responsible_for_load' });
  expect(await approving(antwerp!, forFood)).toBe('out_of_scope');
  expect(await approving(liege!, forLoads)).toBe('out_of_scope');
  expect(await approving(liege!, forFood)).toBe(applied);
  expect(await approving(antwerp!, forLoads)).toBe(applied);
});

test('rule 12: who has several profiles decides by each of them', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const somebody = await registry.newcomer();
  const posts = [
    await registry.authority('BE', 'BEANR1'),
    await registry.authority('BE', 'BEZEE1'),
  ];
  for (const { id } of posts) {
    const [role] = await somebody.file({ bodyId: id });
    await central.decide(role!, 'approve', { admin: true });
  }
  for (const post of posts) expect(await approving(somebody, await requestIn(post))).toBe(applied);
});

test('full control: administrators within cannot decide, the central authority can', async () => {
  const { controlBody, controlBodyId } = await organic();
  await registry.storage.write(async (writer) => {
    const body = await writer.body(controlBodyId);
    await writer.updateBody({ ...body!, fullControl: true });
  });
  const role = await requestIn({ id: controlBodyId }, { countries: ['BE'] });
  expect(await approving(controlBody, role)).toBe('body_under_full_control');
  expect(await approving(await registry.administrator('CCA', 'BE'), role)).toBe(applied);
});

test('somebody whose role is suspended decides on nothing any more', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const central = await registry.administrator('CCA', 'BE');
  const role = await requestIn(post);
  const approved = (await central.decide(role, 'approve', { admin: true })).role!;
  const person = await registry.storage.read((reader) => reader.person(role.personId));
  const colleague = await registry.as(person!.username);
  expect(await approving(colleague, await requestIn(post))).toBe(applied);
  await central.decide(approved, 'suspend');
  expect((await colleague.me()).scopes).toEqual([]);
  expect(await approving(colleague, await requestIn(post))).toBe('out_of_scope');
});
