import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodySchema } from '../../../shared/domain/body.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let requester: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  requester = await registry.newcomer();
});
afterAll(() => registry.stop());

const path = '/v1/role-requests';
const refusal = (request: unknown, key: string = crypto.randomUUID()) =>
  requester.refusal('POST', path, request, { 'idempotency-key': key });

async function controlBodyId(): Promise<string> {
  const [scope] = (await (await registry.administrator('control_body', 'BE')).me()).scopes;
  return scope!.bodyId;
}

const importer = {
  chapter: 'organic',
  section: 'organic_importer',
  activity: 'organic_importer',
};
const eori = [{ scheme: 'EORI', value: 'BE0123456789' }];

test('a role in an authority is requested, with a deadline in its working days', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const [role, ...none] = await requester.file({
    ...{ bodyId: post.id, message: 'Dank u', contactEmail: 'a@b.example', contactPhone: '+32 1' },
  });
  expect(none).toEqual([]);
  expect(role).toMatchObject({
    ...{ status: 'requested', revision: 1, bodyId: post.id, type: 'authority', function: 'BCP' },
    ...{ message: 'Dank u', contactEmail: 'a@b.example', contactPhone: '+32 1', isAdmin: false },
    ...{ responsibleId: post.parentId },
  });
  const due = new Date(role!.dueAt);
  expect(due.getTime() - Date.parse(role!.requestedAt)).toBeGreaterThan(24 * 60 * 60 * 1000);
  const { hour, weekday } = inBrussels(due);
  expect(['Sat', 'Sun']).not.toContain(weekday);
  expect(hour).toBeGreaterThanOrEqual(9);
  expect(hour).toBeLessThanOrEqual(17);
});

function inBrussels(instant: Date) {
  const zone = { timeZone: 'Europe/Brussels', hour12: false } as const;
  const weekday = instant.toLocaleString('en', { ...zone, weekday: 'short' });
  return { weekday, hour: Number(instant.toLocaleString('en', { ...zone, hour: '2-digit' })) };
}

test('a role in a control body is one for each country', async () => {
  const bodyId = await controlBodyId();
  const roles = await requester.file({ bodyId, countries: ['NL', 'AM'] });
  const commission = await registry.authority('EU', 'European Commission, DG SANTE');
  const dutch = (await registry.storage.read((reader) => reader.authoritiesIn('NL')))[0]!;
  expect(roles.map(({ country, responsibleId }) => [country, responsibleId])).toEqual([
    ['NL', dutch.id],
    ['AM', commission.id],
  ]);
  expect(roles.every((role) => role.function === 'certifier')).toBe(true);
});

test('a role in a control body can be asked for in all its countries at once', async () => {
  const bodyId = await controlBodyId();
  const countries = ['BE', 'NL', 'FR', 'AL', 'AM'];
  const roles = await requester.file({ bodyId, countries, function: 'certifier' });
  expect(roles.map(({ country }) => country)).toEqual(countries);
  expect(new Set(roles.map(({ id }) => id)).size).toBe(5);
  const [first, ...others] = roles;
  await requester.send('DELETE', `${path}/${first!.id}`);
  const { roles: mine } = await requester.myRoles();
  const statusOf = (id: string) => mine.find((role) => role.id === id)!.status;
  expect(statusOf(first!.id)).toBe('withdrawn');
  expect(others.map(({ id }) => statusOf(id))).toEqual(Array(4).fill('requested'));
});

test('a role in an operator is for its activity', async () => {
  const [first] = await requester.file({ operator: newOperator() });
  const [second] = await requester.file({ bodyId: first!.bodyId });
  expect(second).toMatchObject({
    function: 'non_animal_food',
    responsibleId: first!.responsibleId,
  });
  const unknown = await refusal({ bodyId: first!.bodyId, function: 'animal_trader' });
  expect(unknown.errors).toEqual([{ path: 'function', code: 'unknown_activity' }]);
});

test('the responsible authority is the one chosen, else the one of the address', async () => {
  const liege = await registry.authority('BE', 'FAVV-AFSCA, ULC Liège');
  const central = await registry.authority('BE', 'FAVV-AFSCA');
  const [byAddress] = await requester.file({ operator: newOperator({ region: 'Liège' }) });
  expect(byAddress!.responsibleId).toBe(liege.id);
  const [elsewhere] = await requester.file({ operator: newOperator({ region: 'Namur' }) });
  expect(elsewhere!.responsibleId).toBe(central.id);
  const [activity] = newOperator().activities;
  const chosen = { activities: [{ ...activity, responsibleId: liege.id }] };
  const [byChoice] = await requester.file({ operator: newOperator(chosen) });
  expect(byChoice!.responsibleId).toBe(liege.id);
});

test('the same key and content gets the same 201, another content is refused', async () => {
  const request = { bodyId: (await registry.authority('BE', 'BEZEE1')).id };
  const [first] = await requester.file(request, 'key-1');
  expect(await requester.file(request, 'key-1')).toEqual([first]);
  expect(await requester.file({ ...request, message: undefined }, 'key-1')).toEqual([first]);
  const other = await refusal({ ...request, message: 'other' }, 'key-1');
  expect(other).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  const somebody = await registry.newcomer();
  const [theirs] = await somebody.file(request, 'key-1');
  expect(theirs!.id).not.toBe(first!.id);
  const { roles } = await requester.myRoles();
  expect(roles.filter(({ bodyId }) => bodyId === request.bodyId).length).toBe(1);
});

test('a request without a key is refused, also one that is wrong besides', async () => {
  const without: Record<string, string>[] = [{}, { 'idempotency-key': ' ' }];
  for (const headers of without) {
    const problem = await requester.refusal('POST', path, { bodyId: 1 }, headers);
    expect(problem).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
  }
});

test('everything that is missing of a new operator is named', async () => {
  const problem = await refusal({ operator: { name: ' ', phone: '' } });
  expect(problem).toMatchObject({ status: 422, code: 'invalid_fields' });
  expect(problem.errors).toEqual(
    ['name', 'country', 'city', 'address', 'phone', 'activities'].map((field) => ({
      path: `operator.${field}`,
      code: 'required',
    })),
  );
  const none = await refusal({});
  expect(none).toMatchObject({ status: 422, errors: [{ path: 'bodyId', code: 'required' }] });
});

test('what is no role request at all is 400', async () => {
  const unknown = await refusal({ operator: newOperator({ colour: 'red' }) });
  expect(unknown).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(unknown.errors).toEqual([{ path: 'operator.colour', code: 'unknown_field' }]);
  const typed = await refusal({ bodyId: 7 });
  expect(typed).toMatchObject({ status: 400, errors: [{ path: 'bodyId', code: 'wrong_type' }] });
  expect((await refusal([])).status).toBe(400);
});

test('an operator can be reached one way at least', async () => {
  const unreachable = await refusal({ operator: newOperator({ phone: undefined }) });
  expect(unreachable.errors).toEqual([{ path: 'operator.phone', code: 'contact_required' }]);
  for (const contact of [{ fax: '1' }, { email: 'a@b.example' }, { website: 'b.example' }]) {
    await requester.file({ operator: newOperator({ phone: undefined, ...contact }) });
  }
});

test('rule 8: a new importer of organic products without EORI cannot be filed', async () => {
  const without = await refusal({ operator: newOperator({ activities: [importer] }) });
  expect(without.errors).toEqual([{ path: 'operator.identifiers', code: 'eori_required' }]);
  await requester.file({ operator: newOperator({ activities: [importer], identifiers: eori }) });
});

test.each(['0123456789', 'be0123456789', 'BE 0123', 'BE1234567890123456'])(
  'an EORI number has its form: not %s',
  async (value) => {
    const identifiers = [
      { scheme: 'VAT', value },
      { scheme: 'eori', value },
    ];
    const operator = newOperator({ identifiers, activities: [importer] });
    expect((await refusal({ operator })).errors).toEqual([
      { path: 'operator.identifiers.1.value', code: 'eori_malformed' },
    ]);
  },
);

test('a new operator has one activity', async () => {
  const [food] = newOperator().activities;
  for (const activities of [[], [food, food]]) {
    const { status, errors } = await refusal({ operator: newOperator({ activities }) });
    expect([status, errors?.map((each) => each.path)]).toEqual([422, ['operator.activities']]);
  }
});

const listed = { chapter: 'food', section: 'cold_store', activity: 'cold_store' };

test('nobody can ask to be on a list of establishments', async () => {
  const problem = await refusal({ operator: newOperator({ activities: [listed] }) });
  expect(problem.errors).toEqual([
    { path: 'operator.activities.0.section', code: 'not_requestable' },
  ]);
});

test('no role is requested for an activity that a list of establishments holds', async () => {
  const [food] = newOperator().activities;
  const central = await registry.authority('BE', 'FAVV-AFSCA');
  const keep = async (activities: object[]) => {
    const id = crypto.randomUUID();
    const body = bodySchema.parse({
      ...newOperator({ activities }),
      ...{ id, revision: 1, type: 'operator', status: 'valid', identifiers: [] },
      ...{ fullControl: false },
    });
    await registry.storage.write((writer) => writer.addBody(body));
    return id;
  };
  const valid = { status: 'valid', responsibleId: central.id };
  const store = await keep([{ ...listed, ...valid }]);
  const both = await keep([
    { ...listed, ...valid },
    { ...food, ...valid },
  ]);
  for (const request of [{ bodyId: store }, { bodyId: both, function: 'cold_store' }]) {
    expect((await refusal(request)).errors).toEqual([
      { path: 'function', code: 'not_requestable' },
    ]);
  }
  const [role] = await requester.file({ bodyId: both });
  expect(role!.function).toBe('non_animal_food');
});

test('which of several activities is meant must be said', async () => {
  const [role] = await requester.file({ operator: newOperator() });
  const trader = { chapter: 'animal', section: 'animal_trader', activity: 'animal_trader' };
  await registry.storage.write(async (writer) => {
    const body = (await writer.body(role!.bodyId))!;
    const activities = [...body.activities, { ...trader, status: 'pending' as const }];
    await writer.updateBody({ ...body, activities });
  });
  expect((await refusal({ bodyId: role!.bodyId })).errors).toEqual([
    { path: 'function', code: 'required' },
  ]);
  const [asked] = await requester.file({ bodyId: role!.bodyId, function: 'animal_trader' });
  expect(asked!.function).toBe('animal_trader');
});

test.each([
  [{ contactEmail: 'not an address' }, 'contactEmail', 'invalid_format'],
  [{ contactEmail: `${'a'.repeat(300)}@b.example` }, 'contactEmail', 'too_big'],
  [{ contactPhone: '1'.repeat(51) }, 'contactPhone', 'too_big'],
  [{ message: 'x'.repeat(4001) }, 'message', 'too_big'],
])('what a requester writes is checked: %o', async (more, field, code) => {
  const post = await registry.authority('BE', 'BEANR1');
  const problem = await refusal({ bodyId: post.id, ...more });
  expect(problem).toMatchObject({ status: 422, code: 'invalid_fields' });
  expect(problem.errors).toEqual([{ path: field, code }]);
});

test.each([
  [{ country: 'Belgium' }, 'country', 'invalid_format'],
  [{ email: 'nobody' }, 'email', 'invalid_format'],
  [{ coordinates: { latitude: 91, longitude: 0 } }, 'coordinates.latitude', 'too_big'],
  [{ name: 'x'.repeat(301) }, 'name', 'too_big'],
  [{ identifiers: Array(21).fill({ scheme: 'VAT', value: '1' }) }, 'identifiers', 'too_big'],
])('what is said of a new operator is checked: %o', async (more, field, code) => {
  const problem = await refusal({ operator: newOperator(more) });
  expect(problem).toMatchObject({ status: 422, code: 'invalid_fields' });
  expect(problem.errors).toEqual([{ path: `operator.${field}`, code }]);
});

test.each([
  [{ ...importer, activity: 'space_trader' }, 'activity', 'unknown_activity'],
  [{ ...importer, chapter: 'food' }, 'chapter', 'wrong_chapter'],
  [{ ...importer, section: 'first_consignee' }, 'section', 'wrong_section'],
  [
    { ...importer, validFrom: '2026-05-01T00:00:00.000Z', validTo: '2026-04-01T00:00:00.000Z' },
    'validTo',
    'not_after_valid_from',
  ],
  [{ ...importer, controlBodyId: crypto.randomUUID() }, 'controlBodyId', 'unknown_body'],
  [{ ...importer, responsibleId: crypto.randomUUID() }, 'responsibleId', 'cannot_be_responsible'],
])('the activity of a new operator is checked: %o', async (activity, field, code) => {
  const operator = newOperator({ activities: [activity], identifiers: eori });
  const problem = await refusal({ operator });
  expect(problem.errors).toEqual([{ path: `operator.activities.0.${field}`, code }]);
});

test('a control body is named for organic activities alone, in a country that it certifies for', async () => {
  const id = await controlBodyId();
  const [food] = newOperator().activities;
  const notOrganic = newOperator({ activities: [{ ...food, controlBodyId: id }] });
  const field = 'operator.activities.0.controlBodyId';
  expect((await refusal({ operator: notOrganic })).errors).toEqual([
    { path: field, code: 'not_organic' },
  ]);
  const italian = newOperator({
    ...{ country: 'IT', identifiers: eori, activities: [{ ...importer, controlBodyId: id }] },
  });
  expect((await refusal({ operator: italian })).errors).toEqual([
    { path: field, code: 'country_not_certified' },
  ]);
});

test('a country without an authority has nobody to ask', async () => {
  const problem = await refusal({ operator: newOperator({ country: 'AQ' }) });
  expect(problem.errors).toEqual([{ path: 'operator.country', code: 'no_responsible_authority' }]);
});

test('what does not fit the body is named', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const bodyId = await controlBodyId();
  expect((await refusal({ bodyId: crypto.randomUUID() })).errors).toEqual([
    { path: 'bodyId', code: 'unknown_body' },
  ]);
  expect((await refusal({ bodyId: post.id, countries: ['BE'] })).errors).toEqual([
    { path: 'countries', code: 'not_a_control_body' },
  ]);
  expect((await refusal({ bodyId: post.id, function: 'CCA' })).errors).toEqual([
    { path: 'function', code: 'unknown_function' },
  ]);
  expect((await refusal({ bodyId })).errors).toEqual([{ path: 'countries', code: 'required' }]);
  expect((await refusal({ bodyId, countries: ['BE', 'IT', 'BE'] })).errors).toEqual([
    { path: 'countries.1', code: 'country_not_certified' },
    { path: 'countries.2', code: 'repeated' },
  ]);
});

test('no role can be had in an operator that was rejected', async () => {
  const [role] = await requester.file({ operator: newOperator() });
  await requester.send('DELETE', `${path}/${role!.id}`);
  expect((await refusal({ bodyId: role!.bodyId })).errors).toEqual([
    { path: 'bodyId', code: 'rejected_body' },
  ]);
});

test('a request is taken back once, by its requester alone', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await requester.file({ bodyId: post.id });
  const own = `${path}/${role!.id}`;
  const central = await registry.administrator('CCA', 'BE');
  expect(await central.refusal('DELETE', own)).toMatchObject({
    status: 403,
    code: 'not_requester',
  });
  const stranger = await registry.newcomer();
  expect((await stranger.refusal('DELETE', own)).status).toBe(404);
  const { cursor } = await central.pull();
  const typed = { 'content-type': 'application/json' };
  expect((await requester.send('DELETE', own, undefined, typed)).status).toBe(204);
  const { changes } = await central.pull(cursor);
  expect(changes).toMatchObject([{ kind: 'role', role: { status: 'withdrawn', revision: 2 } }]);
  const again = await requester.refusal('DELETE', own);
  expect(again).toMatchObject({ status: 409, code: 'no_longer_requested' });
  expect((await central.history(role!.id)).map(({ action }) => action)).toEqual([
    ...['request', 'withdraw'],
  ]);
  const unknown = await requester.refusal('DELETE', `${path}/${crypto.randomUUID()}`);
  expect(unknown.status).toBe(404);
});

test('what was decided cannot be taken back', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await requester.file({ bodyId: post.id });
  await (await registry.administrator('CCA', 'BE')).decide(role!, 'reject');
  expect((await requester.refusal('DELETE', `${path}/${role!.id}`)).status).toBe(409);
});

test('requesters see neither claims nor probable duplicates', async () => {
  const somebody = await registry.newcomer();
  const central = await registry.administrator('CCA', 'BE');
  const operator = newOperator({ name: 'Quarzello' });
  const [first] = await (await registry.newcomer()).file({ operator });
  await central.decide(first!, 'approve');
  const [role] = await somebody.file({ operator });
  expect((await central.send('POST', `/v1/roles/${role!.id}/claim`)).status).toBe(200);
  const kept = await registry.storage.read((reader) => reader.body(role!.bodyId));
  expect(kept!.duplicates!.length).toBeGreaterThan(0);
  const { body } = await somebody.send('GET', '/v1/my/roles');
  expect(body).toMatchObject({ roles: [{ id: role!.id, body: { name: 'Quarzello' } }] });
  expect(JSON.stringify(body)).not.toMatch(/"claim"|"duplicates"/);
});

test('my roles are told with their bodies and counted by status', async () => {
  const somebody = await registry.newcomer();
  const post = await registry.authority('BE', 'BEANR1');
  const other = await registry.authority('BE', 'BEZEE1');
  const [first] = await somebody.file({ bodyId: post.id });
  const [second] = await somebody.file({ bodyId: other.id });
  const approved = await (await registry.administrator('CCA', 'BE')).decide(first!, 'approve');
  expect(await somebody.myRoles()).toEqual({
    counts: { requested: 1, suspended: 0, valid: 1 },
    roles: [
      { ...approved.role, body: post },
      { ...second, body: other },
    ],
  });
});
