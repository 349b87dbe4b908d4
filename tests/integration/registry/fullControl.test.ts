import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Body, bodySchema } from '../../../shared/domain/body.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let central: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  central = await registry.administrator('CCA', 'BE');
});
afterAll(() => registry.stop());

const pathOf = ({ id }: Pick<Body, 'id'>) => `/v1/bodies/${id}/full-control`;
const bodyOf = async (id: string) => (await registry.storage.read((reader) => reader.body(id)))!;

async function control(who: RegistryClient, body: Pick<Body, 'id'>, fullControl: boolean) {
  const answer = await who.send('PUT', pathOf(body), { fullControl });
  expect(answer.status).toBe(200);
  return bodySchema.parse(answer.body);
}

const refused = (who: RegistryClient, body: Pick<Body, 'id'>) =>
  who.refusal('PUT', pathOf(body), { fullControl: true });

/** An operator in Antwerp with its first person, who administers it. */
async function operatorWithOwner() {
  const owner = await registry.newcomer();
  const antwerp = newOperator({ region: 'Antwerpen', city: 'Antwerpen' });
  const [role] = await owner.file({ operator: antwerp });
  const valid = (await central.decide(role!, 'approve')).role!;
  return { owner, role: valid, operator: await bodyOf(valid.bodyId) };
}

test('rule 2: a central authority takes full control, desks hear of it, and takes it back', async () => {
  const { owner, operator } = await operatorWithOwner();
  const [request] = await (await registry.newcomer()).file({ bodyId: operator.id });
  const { cursor } = await owner.pull();
  const controlled = await control(central, operator, true);
  expect(controlled).toEqual({ ...operator, fullControl: true, revision: operator.revision + 1 });
  const { changes } = await owner.pull(cursor);
  expect(changes).toEqual([{ kind: 'body', id: operator.id, body: controlled }]);
  const kept = await owner.decide(request!, 'approve');
  expect(kept).toMatchObject({ outcome: 'refused', code: 'body_under_full_control' });
  await control(central, operator, false);
  expect((await owner.decide(request!, 'approve')).outcome).toBe('applied');
});

test('the same again changes nothing and is told to nobody', async () => {
  const { owner, operator } = await operatorWithOwner();
  const controlled = await control(central, operator, true);
  const { cursor } = await owner.pull();
  expect(await control(central, operator, true)).toEqual(controlled);
  expect((await owner.pull(cursor)).changes).toEqual([]);
});

test('the audit log of every open role says who took control and who ended it', async () => {
  const { owner, role, operator } = await operatorWithOwner();
  const [rejected] = await (await registry.newcomer()).file({ bodyId: operator.id });
  await central.decide(rejected!, 'reject');
  const { person } = await central.me();
  await control(central, operator, true);
  await control(central, operator, true);
  await control(central, operator, false);
  const lines = (await owner.history(role.id)).slice(2);
  expect(lines.map(({ action }) => action)).toEqual(['take_full_control', 'end_full_control']);
  for (const line of lines) {
    expect(line).toMatchObject({ actor: { personId: person.id }, revision: role.revision });
  }
  expect((await central.history(rejected!.id)).length).toBe(2);
});

test('it is for a central authority alone: others that see the body may not', async () => {
  const { owner, operator } = await operatorWithOwner();
  const unit = await registry.administrator('LAU', 'BE');
  const commission = await registry.administrator('COMMISSION');
  for (const who of [owner, unit, commission]) {
    expect(await refused(who, operator)).toMatchObject({ status: 403, code: 'not_allowed' });
  }
  expect((await bodyOf(operator.id)).fullControl).toBe(false);
});

test('a body out of scope is not found, nor is one that does not exist', async () => {
  const { operator } = await operatorWithOwner();
  const elsewhere = await registry.administrator('CCA', 'FR');
  for (const body of [operator, { id: crypto.randomUUID() }]) {
    expect(await refused(elsewhere, body)).toMatchObject({ status: 404, code: 'not_found' });
  }
  const stranger = await registry.newcomer();
  expect((await refused(stranger, operator)).status).toBe(404);
});

test('an authority is under the central one above it, which is not under itself', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  expect((await control(central, post, true)).fullControl).toBe(true);
  const [role] = await (await registry.newcomer()).file({ bodyId: post.id });
  const colleague = await registry.administrator('BCP', 'BEANR1');
  const kept = await colleague.decide(role!, 'approve');
  expect(kept).toMatchObject({ outcome: 'refused', code: 'body_under_full_control' });
  const itself = await registry.authority('BE', 'FAVV-AFSCA');
  expect((await refused(central, itself)).code).toBe('not_allowed');
});

test('a control body is under the central authority for organic products of its own country', async () => {
  const { scopes } = await (await registry.administrator('control_body', 'IT')).me();
  const body = { id: scopes[0]!.bodyId };
  const [health, organicMinistry] = await registry.administrators('CCA', 'IT');
  expect((await refused(health!, body)).status).toBe(404);
  expect((await control(organicMinistry!, body, true)).fullControl).toBe(true);
});

test('a body that is no body of the call is refused', async () => {
  const { operator } = await operatorWithOwner();
  for (const content of [{}, { fullControl: 'yes' }, { fullControl: true, why: 'x' }]) {
    const problem = await central.refusal('PUT', pathOf(operator), content);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  }
});
