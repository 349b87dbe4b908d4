import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLastAdministrator } from '../../../shared/domain/administrator.ts';
import { decision, newOperator } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.stop());

/** A role that a newcomer has just asked for in the border control post of Antwerp. */
async function requestedRole() {
  const requester = await registry.newcomer();
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await requester.file({ bodyId: post.id });
  return { requester, role: role!, central: await registry.administrator('CCA', 'BE') };
}

test('a decision is applied with both clocks and who made it', async () => {
  const { role, central } = await requestedRole();
  const { person } = await central.me();
  const made = decision(role, 'approve', {
    message: 'Welkom',
    decidedAt: '2026-01-05T08:00:00.000Z',
  });
  const [result] = await central.decideAll([made]);
  expect(result).toMatchObject({ id: made.id, outcome: 'applied' });
  expect(result!.role).toMatchObject({ id: role.id, status: 'valid', revision: 2 });
  expect(result!.role!.lastDecision).toMatchObject({
    id: made.id,
    action: 'approve',
    by: { personId: person.id, name: `${person.firstName} ${person.lastName}` },
    decidedAt: '2026-01-05T08:00:00.000Z',
    message: 'Welkom',
  });
  expect(Date.parse(result!.role!.lastDecision!.recordedAt)).toBeGreaterThan(
    Date.parse(role.requestedAt) - 1,
  );
  expect((await central.roles()).get(role.id)).toEqual(result!.role);
});

test('rule 1: a role goes through its life and no other way', async () => {
  const { role, central } = await requestedRole();
  const early = await central.decide(role, 'suspend');
  expect(early).toMatchObject({ outcome: 'refused', code: 'illegal_transition', role });
  const valid = (await central.decide(role, 'approve')).role!;
  const suspended = (await central.decide(valid, 'suspend', { reason: 'inactive' })).role!;
  expect(suspended).toMatchObject({
    status: 'suspended',
    suspension: { cause: 'administrator', code: 'inactive' },
  });
  const again = await central.decide(suspended, 'approve');
  expect(again).toMatchObject({ outcome: 'refused', code: 'illegal_transition' });
  const back = (await central.decide(suspended, 'reactivate')).role!;
  expect(back).toMatchObject({ status: 'valid', revision: 4 });
  expect(back.suspension).toBeUndefined();
});

test('a rejection is final', async () => {
  const { role, central } = await requestedRole();
  const rejected = (await central.decide(role, 'reject')).role!;
  expect(rejected.status).toBe('rejected');
  const approved = await central.decide(rejected, 'approve');
  expect(approved).toMatchObject({ outcome: 'refused', code: 'illegal_transition' });
});

test('administration is granted and revoked', async () => {
  const { role, central } = await requestedRole();
  const valid = (await central.decide(role, 'approve')).role!;
  expect(valid.isAdmin).toBe(false);
  const granted = (await central.decide(valid, 'grant_admin')).role!;
  expect(granted.isAdmin).toBe(true);
  const twice = await central.decide(granted, 'grant_admin');
  expect(twice).toMatchObject({ outcome: 'refused', code: 'illegal_transition' });
  expect((await central.decide(granted, 'revoke_admin')).role!.isAdmin).toBe(false);
});

test('reject, suspend and revoke_admin need a reason that they know', async () => {
  const { role, central } = await requestedRole();
  const none = await central.decide(role, 'reject', { reason: undefined });
  expect(none).toMatchObject({ outcome: 'refused', code: 'reason_required' });
  const wrong = await central.decide(role, 'reject', { reason: 'inactive' });
  expect(wrong).toMatchObject({ outcome: 'refused', code: 'reason_unknown' });
});

test('rule 3: nobody decides on a role of their own', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await central.file({ bodyId: post.id });
  const result = await central.decide(role!, 'approve');
  expect(result).toMatchObject({ outcome: 'refused', code: 'own_role', role: { id: role!.id } });
});

test('rule 4: no role of another type while one is valid or suspended', async () => {
  const { requester, role, central } = await requestedRole();
  const operator = { operator: newOperator() };
  const [second] = await requester.file(operator);
  await central.decide(role, 'approve');
  const refused = await central.decide(second!, 'approve');
  expect(refused).toMatchObject({ outcome: 'refused', code: 'other_type_held' });
  expect((await requester.me()).person.heldTypes).toEqual(['authority']);
  const valid = (await central.roles()).get(role.id)!;
  const suspended = (await central.decide(valid, 'suspend')).role!;
  expect((await requester.me()).person.heldTypes).toEqual(['authority']);
  expect((await central.decide(second!, 'approve')).code).toBe('other_type_held');
  expect(suspended.status).toBe('suspended');
});

test('rule 5: the first person of a body becomes its administrator, unless the decider says otherwise', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const first = await registry.newcomer();
  const [role] = await first.file({ operator: newOperator({ name: 'Quellbran Food' }) });
  const approved = (await central.decide(role!, 'approve')).role!;
  expect(approved.isAdmin).toBe(true);
  const [second] = await (await registry.newcomer()).file({ bodyId: approved.bodyId });
  expect((await central.decide(second!, 'approve')).role!.isAdmin).toBe(false);
  const [third] = await (await registry.newcomer()).file({ bodyId: approved.bodyId });
  expect((await central.decide(third!, 'approve', { admin: true })).role!.isAdmin).toBe(true);
  const [alone] = await first.file({ operator: newOperator({ name: 'Fenarix Food' }) });
  expect((await central.decide(alone!, 'approve', { admin: false })).role!.isAdmin).toBe(false);
});

test("rule 5: the last administrator is revoked or suspended like any other: the warning is the desk's", async () => {
  const central = await registry.administrator('CCA', 'BE');
  for (const action of ['revoke_admin', 'suspend'] as const) {
    const [role] = await (await registry.newcomer()).file({ operator: newOperator() });
    const alone = (await central.decide(role!, 'approve')).role!;
    expect(isLastAdministrator(alone, [alone])).toBe(true);
    const decided = await central.decide(alone, action);
    expect(decided).toMatchObject({ outcome: 'applied', role: { revision: 3 } });
    expect(isLastAdministrator(decided.role!, [decided.role!])).toBe(false);
  }
});

test('rule 9: a stale decision never overwrites; the one that stands is told', async () => {
  const { role, central } = await requestedRole();
  const [, colleague] = await registry.administrators('CCA', 'BE');
  const standing = (await central.decide(role, 'reject', { reason: 'wrong_body' })).role!;
  const stale = await colleague!.decide(role, 'approve');
  expect(stale).toMatchObject({ outcome: 'conflict', role: standing });
  expect(stale.current).toEqual(standing.lastDecision);
  expect((await central.roles()).get(role.id)).toEqual(standing);
});

test('a conflict with a withdrawal has no decision that stands', async () => {
  const { requester, role, central } = await requestedRole();
  await requester.send('DELETE', `/v1/role-requests/${role.id}`);
  const stale = await central.decide(role, 'approve');
  expect(stale).toMatchObject({ outcome: 'conflict', role: { status: 'withdrawn', revision: 2 } });
  expect(stale.current).toBeUndefined();
});

test('who may not decide is told so, whatever revision was seen', async () => {
  const { role } = await requestedRole();
  const elsewhere = await registry.administrator('CCA', 'FR');
  const result = await elsewhere.decide(role, 'approve', { baseRevision: 7 });
  expect(result).toMatchObject({ outcome: 'refused', code: 'out_of_scope', role: null });
});

test('an unknown role is refused without a word on it', async () => {
  const { role, central } = await requestedRole();
  const result = await central.decide({ ...role, id: crypto.randomUUID() }, 'approve');
  expect(result).toMatchObject({ outcome: 'refused', code: 'unknown_role', role: null });
});

test('a repeat gets the first result and changes nothing, also inside one batch', async () => {
  const { role, central } = await requestedRole();
  const made = decision(role, 'approve');
  const [first, inside] = await central.decideAll([made, made]);
  expect(inside).toEqual(first);
  const suspended = (await central.decide(first!.role!, 'suspend')).role!;
  expect(await central.decideAll([made])).toEqual([first]);
  expect((await central.roles()).get(role.id)).toEqual(suspended);
  expect((await central.history(role.id)).length).toBe(3);
});

test('a repeat of a conflict or a refusal gets the same again, also when it would now be applied', async () => {
  const { role, central } = await requestedRole();
  const made = decision(role, 'suspend');
  const [refused] = await central.decideAll([made]);
  expect(refused!.outcome).toBe('refused');
  await central.decide(role, 'approve');
  expect(await central.decideAll([made])).toEqual([refused]);
});

test('the order of the fields makes no other content; another content or caller does', async () => {
  const { role, central } = await requestedRole();
  const made = decision(role, 'approve');
  const [first] = await central.decideAll([made]);
  const turned = Object.fromEntries(Object.entries(made).reverse());
  const { body } = await central.send('POST', '/v1/decisions', { decisions: [turned] });
  expect(body).toEqual({ results: [JSON.parse(JSON.stringify(first))] });
  const [reused] = await central.decideAll([{ ...made, message: 'other' }]);
  expect(reused).toEqual({ id: made.id, outcome: 'refused', code: 'id_reused', role: null });
  const elsewhere = await registry.administrator('CCA', 'FR');
  expect((await elsewhere.decideAll([made]))[0]!.code).toBe('id_reused');
});

test('a batch is answered in order, each on its own', async () => {
  const one = await requestedRole();
  const two = await requestedRole();
  const batch = [
    decision(one.role, 'approve'),
    decision({ ...one.role, id: crypto.randomUUID() }, 'approve'),
    decision(two.role, 'reject'),
    decision(two.role, 'approve'),
  ];
  const results = await one.central.decideAll(batch);
  expect(results.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
  expect(results.map(({ outcome }) => outcome)).toEqual([
    ...['applied', 'refused', 'applied', 'conflict'],
  ]);
});

test('a malformed batch applies nothing', async () => {
  const { role, central } = await requestedRole();
  const decisions = [decision(role, 'approve'), { ...decision(role, 'approve'), extra: 1 }];
  const problem = await central.refusal('POST', '/v1/decisions', { decisions });
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(problem.errors).toEqual([{ path: 'decisions.1.extra', code: 'unknown_field' }]);
  expect((await central.roles()).get(role.id)).toEqual(role);
});

test('more than 500 decisions are too many, 500 are not', async () => {
  const { role, central } = await requestedRole();
  const many = Array.from({ length: 501 }, () => decision(role, 'grant_admin'));
  const problem = await central.refusal('POST', '/v1/decisions', { decisions: many });
  expect(problem).toMatchObject({ status: 413, code: 'too_many_decisions' });
  expect((await central.decideAll(many.slice(1))).length).toBe(500);
});

test('rule 13: every decision leaves a line', async () => {
  const { requester, role, central } = await requestedRole();
  const made = decision(role, 'reject', { message: 'Votre poste est à Zeebrugge.' });
  const rejected = (await central.decideAll([made]))[0]!.role!;
  const { id, firstName, lastName } = requester.person;
  const { personId, name } = rejected.lastDecision!.by;
  expect(await central.history(role.id)).toEqual([
    {
      recordedAt: role.requestedAt,
      actor: { personId: id, name: `${firstName} ${lastName}` },
      action: 'request',
      revision: 1,
    },
    {
      recordedAt: rejected.lastDecision!.recordedAt,
      decidedAt: made.decidedAt,
      actor: { personId, name },
      action: 'reject',
      revision: 1,
      reason: made.reason,
      message: made.message,
      desk: made.desk,
    },
  ]);
});

test('the audit log of a role out of scope is not found', async () => {
  const { requester, role } = await requestedRole();
  const path = `/v1/roles/${role.id}/history`;
  const elsewhere = await registry.administrator('CCA', 'FR');
  expect((await elsewhere.refusal('GET', path)).code).toBe('not_found');
  expect((await requester.refusal('GET', path)).status).toBe(404);
  const unknown = `/v1/roles/${crypto.randomUUID()}/history`;
  expect((await elsewhere.refusal('GET', unknown)).status).toBe(404);
});
