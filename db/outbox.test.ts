import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CallRefused } from '../shared/desk/answers.ts';
import type { Role } from '../shared/domain/role.ts';
import { decide, decideAnew } from './decide.ts';
import { roleDetail } from './detail.ts';
import {
  dropDecision,
  listOutbox,
  outboxCounts,
  release,
  summariseOutbox,
  undo,
} from './outbox.ts';
import { keepResults, nextToSend, unmark } from './sending.ts';
import type { Store } from './store.ts';
import {
  aBody,
  aPerson,
  aRole,
  me,
  noon,
  pulled,
  reopened,
  storeWith,
  storeWithOne,
  told,
} from './world.fixture.ts';

const start = new Date('2026-11-22T12:00:00.000Z').getTime();
const now = { at: new Date(start), holdMs: 0 };

const colleague = {
  id: randomUUID(),
  action: 'reject' as const,
  by: { personId: randomUUID(), name: 'Colleague' },
  decidedAt: '2026-11-22T11:00:00.000Z',
  recordedAt: '2026-11-22T11:00:01.000Z',
  reason: 'other',
};

function decideOn(store: Store, roles: Role[], holdMs = 0) {
  const seen = roles.map(({ id, revision }) => ({ roleId: id, revision }));
  return decide(store, { action: 'approve', roles: seen }, { ...now, holdMs }).batchId;
}

test('a conflict keeps both decisions, and the role shows what stands', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  const standing = { ...role, revision: 2, status: 'rejected' as const, lastDecision: colleague };
  const results = [
    { id: sent!.id, outcome: 'conflict' as const, role: standing, current: colleague },
  ];
  expect(keepResults(store, results, noon).conflicts).toEqual([role.id]);
  expect(listOutbox(store.reader).entries).toEqual([
    {
      id: sent!.id,
      batchId: expect.any(String),
      roleId: role.id,
      personName: 'An Person',
      bodyName: 'Operator',
      action: 'approve',
      baseRevision: 1,
      since: noon.toISOString(),
      state: 'conflict',
      decidedAt: now.at.toISOString(),
      current: colleague,
      currentStatus: 'rejected',
      currentRevision: 2,
      canDecideAnew: false,
    },
  ]);
  expect(outboxCounts(store.reader)).toEqual({ waiting: 0, unresolved: 1 });
  const { status, unsent } = roleDetail(store.reader, role.id);
  expect({ status, state: unsent?.state }).toEqual({ status: 'rejected', state: 'conflict' });
});

test.each([
  ['by the same act of the same person: it is done', {}, []],
  ['by a colleague', { by: colleague.by }, ['conflict']],
  ['at another moment', { decidedAt: colleague.decidedAt }, ['conflict']],
  ['otherwise', { action: 'reject' as const }, ['conflict']],
])('what was decided %s', (_, otherwise, states) => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  const by = { personId: me.person.id, name: 'Desk Person' };
  const { action, decidedAt } = sent!;
  const current = { ...colleague, action, decidedAt, by, ...otherwise };
  const standing = { ...role, revision: 2, status: 'valid' as const, lastDecision: current };
  const { conflicts } = keepResults(
    store,
    [{ id: sent!.id, outcome: 'conflict', role: standing, current }],
    noon,
  );
  expect(listOutbox(store.reader).entries.map(({ state }) => state)).toEqual(states);
  expect(conflicts.length).toBe(states.length);
});

test('deciding the same anew after a conflict is a new decision on the revision that stands', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  const touched = { ...role, revision: 7 };
  keepResults(store, [{ id: sent!.id, outcome: 'conflict', role: touched }], noon);
  expect(listOutbox(store.reader).entries).toMatchObject([{ canDecideAnew: true }]);
  const decisionId = sent!.id;
  const stale = () => decideAnew(store, { decisionId, revision: 6 }, now);
  expect(stale).toThrow(new CallRefused('not_possible'));
  decideAnew(store, { decisionId, revision: 7 }, now);
  const [anew] = nextToSend(store, noon).decisions;
  expect(anew).toMatchObject({ roleId: role.id, action: 'approve', baseRevision: 7 });
  expect(anew!.id).not.toBe(sent!.id);
});

test('a refused decision is kept with its code, and the role is as it was', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  keepResults(
    store,
    [{ id: sent!.id, outcome: 'refused', code: 'out_of_scope', role: null }],
    noon,
  );
  expect(listOutbox(store.reader).entries).toMatchObject([
    { state: 'refused', code: 'out_of_scope' },
  ]);
  expect(roleDetail(store.reader, role.id).status).toBe('requested');
});

test('a repeated answer that is older than the store does not set a role back', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  pulled(store, [told({ ...role, revision: 3, status: 'suspended' })]);
  const first = { ...role, revision: 2, status: 'valid' as const };
  keepResults(store, [{ id: sent!.id, outcome: 'applied', role: first }], noon);
  expect(roleDetail(store.reader, role.id).role).toMatchObject({ revision: 3 });
  expect(listOutbox(store.reader).entries).toEqual([]);
});

test('a batch that goes on in another call is taken back whole', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = [0, 1].map(() => aRole(body, person));
  const store = storeWith([body], [person], roles);
  const [first, second] = roles.map(({ id, revision }) => ({ roleId: id, revision }));
  const taking = { at: noon, holdMs: 1000 };
  const { batchId } = decide(store, { action: 'approve', roles: [first!] }, taking);
  const onward = decide(store, { action: 'approve', roles: [second!], batchId }, taking);
  expect(onward).toMatchObject({ batchId, outcomes: [{ outcome: 'accepted' }] });
  expect(undo(store, { batchId })).toEqual({ undone: 2, tooLate: 0 });
});

test('what was decided together is taken back together, as far as it was not sent', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = [0, 1, 2].map(() => aRole(body, person));
  const store = storeWith([body], [person], roles);
  const batchId = decideOn(store, roles, 1000);
  expect(listOutbox(store.reader).undoable).toEqual({
    batchId,
    roleId: roles[0]?.id,
    action: 'approve',
    count: 3,
    personName: 'An Person',
    bodyName: 'Operator',
  });
  expect(undo(store, { batchId })).toEqual({ undone: 3, tooLate: 0 });
  expect(listOutbox(store.reader)).toEqual({ entries: [], recorded: [] });
  for (const { id } of roles) expect(roleDetail(store.reader, id).status).toBe('requested');

  const again = decideOn(store, roles);
  const [sent] = nextToSend(store, noon).decisions;
  const applied = { ...roles[0]!, revision: 2, status: 'valid' as const };
  keepResults(store, [{ id: sent!.id, outcome: 'applied', role: applied }], noon);
  expect(undo(store, { batchId: again })).toEqual({ undone: 0, tooLate: 3 });
  expect(undo(store, { batchId: randomUUID() })).toEqual({ undone: 0, tooLate: 0 });
});

test('a held decision is not sent before its time', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role], 1000);
  expect(listOutbox(store.reader).entries).toMatchObject([
    { state: 'held', heldUntil: '2026-11-22T12:00:01.000Z' },
  ]);
  expect(nextToSend(store, noon).decisions).toEqual([]);
  expect(release(store, new Date(start + 999))).toBe(false);
  expect(release(store, new Date(start + 1000))).toBe(true);
  expect(nextToSend(store, noon).decisions).toHaveLength(1);
});

test('decisions are marked as sent before they leave, and outlive a restart', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  const after = reopened(store);
  expect(listOutbox(after.reader).entries).toMatchObject([{ id: sent!.id, state: 'sent' }]);
  expect(nextToSend(after, noon).decisions).toEqual([sent]);
  after.close();
});

test('at most 500 decisions are sent at once, in the order in which they were taken', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = Array.from({ length: 501 }, () => aRole(body, person));
  const store = storeWith([body], [person], roles);
  decideOn(store, roles);
  const sent = nextToSend(store, noon).decisions;
  expect(sent.map(({ roleId }) => roleId)).toEqual(roles.slice(0, 500).map(({ id }) => id));
});

test('a decision on a role that has left the scope stays, and still tells of whom it was', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  pulled(store, [{ kind: 'gone', of: 'role', id: role.id }]);
  expect(listOutbox(store.reader).entries).toMatchObject([
    { personName: 'An Person', state: 'waiting', canDecideAnew: false },
  ]);
});

function storeWithMany(count: number) {
  const [body, person] = [aBody(), aPerson()];
  const roles = Array.from({ length: count }, () => aRole(body, person));
  return { roles, store: storeWith([body], [person], roles) };
}

test('of a batch one decision can be taken back alone', () => {
  const { store, roles } = storeWithMany(3);
  const batchId = decideOn(store, roles, 1000);
  const [, second] = listOutbox(store.reader).entries;
  expect(undo(store, { decisionId: second!.id })).toEqual({ undone: 1, tooLate: 0 });
  expect(listOutbox(store.reader).entries.map(({ roleId }) => roleId)).toEqual([
    roles[0]!.id,
    roles[2]!.id,
  ]);
  expect(roleDetail(store.reader, roles[1]!.id).status).toBe('requested');
  expect(listOutbox(store.reader).undoable).toMatchObject({ batchId, count: 2 });
  expect(undo(store, { decisionId: second!.id })).toEqual({ undone: 0, tooLate: 0 });
});

test('since when a decision is in its state is told of each', () => {
  const { store, role } = storeWithOne();
  const since = () => listOutbox(store.reader).entries.map((each) => each.since);
  decideOn(store, [role], 1000);
  expect(since()).toEqual(['2026-11-22T12:00:00.000Z']);
  release(store, new Date(start + 1500));
  expect(since()).toEqual(['2026-11-22T12:00:01.500Z']);
  const { marked } = nextToSend(store, new Date(start + 2000));
  expect(since()).toEqual(['2026-11-22T12:00:02.000Z']);
  unmark(store, marked);
  expect(since()).toEqual(['2026-11-22T12:00:01.500Z']);
  nextToSend(store, new Date(start + 3000));
  nextToSend(store, new Date(start + 4000));
  expect(since()).toEqual(['2026-11-22T12:00:03.000Z']);
});

test('only what was marked for the first time waits again when nothing has left', () => {
  const { store, roles } = storeWithMany(2);
  decideOn(store, [roles[0]!]);
  nextToSend(store, noon);
  decideOn(store, [roles[1]!]);
  const { decisions, marked } = nextToSend(store, noon);
  expect(decisions).toHaveLength(2);
  unmark(store, marked);
  expect(listOutbox(store.reader).entries.map(({ state }) => state)).toEqual(['sent', 'waiting']);
  expect(roleDetail(store.reader, roles[1]!.id).unsent?.state).toBe('waiting');
});

test('a clock that is set back does not hold a decision for longer than its moment, begun anew', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role], 10_000);
  const yesterday = start - 24 * 60 * 60_000;
  release(store, new Date(yesterday));
  expect(listOutbox(store.reader).entries).toMatchObject([
    { state: 'held', heldUntil: new Date(yesterday + 10_000).toISOString() },
  ]);
  expect(release(store, new Date(yesterday + 9_999))).toBe(false);
  release(store, new Date(yesterday + 10_000));
  expect(listOutbox(store.reader).entries).toMatchObject([{ state: 'waiting' }]);
});

test('a refused decision keeps what was typed, also when the role, its person and the right are gone', () => {
  const { store, body, role } = storeWithOne();
  const seen = [{ roleId: role.id, revision: role.revision }];
  const message = 'Typed with care.';
  decide(store, { action: 'reject', reason: 'other', message, roles: seen }, now);
  const [sent] = nextToSend(store, noon).decisions;
  pulled(store, [{ kind: 'body', id: body.id, body: { ...body, revision: 2, name: 'Renamed' } }]);
  pulled(store, [
    { kind: 'gone', of: 'role', id: role.id },
    { kind: 'gone', of: 'person', id: role.personId },
    { kind: 'gone', of: 'body', id: body.id },
  ]);
  keepResults(
    store,
    [{ id: sent!.id, outcome: 'refused', code: 'out_of_scope', role: null }],
    noon,
  );
  const [entry] = listOutbox(store.reader).entries;
  expect(entry).toMatchObject({
    ...{ state: 'refused', code: 'out_of_scope', reason: 'other', message },
    ...{ personName: 'An Person', bodyName: 'Operator', canDecideAnew: false },
  });
  expect(entry).not.toHaveProperty('currentStatus');
  dropDecision(store, sent!.id);
  expect(outboxCounts(store.reader)).toEqual({ waiting: 0, unresolved: 0 });
});

test('a conflict whose role has left the scope still shows both decisions', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  const standing = { ...role, revision: 2, status: 'rejected' as const, lastDecision: colleague };
  keepResults(
    store,
    [{ id: sent!.id, outcome: 'conflict', role: standing, current: colleague }],
    noon,
  );
  pulled(store, [{ kind: 'gone', of: 'role', id: role.id }]);
  const [entry] = listOutbox(store.reader).entries;
  expect(entry).toMatchObject({ state: 'conflict', action: 'approve', current: colleague });
  expect(entry).not.toHaveProperty('currentStatus');
  expect(summariseOutbox(store.reader)).toEqual({ conflicts: 1, refused: 0, firstConflict: entry });
});

test('deciding otherwise from the queue takes the place of the conflict', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon).decisions;
  const touched = { ...role, revision: 2 };
  keepResults(store, [{ id: sent!.id, outcome: 'conflict', role: touched }], noon);
  const roles = [{ roleId: role.id, revision: 2 }];
  const { outcomes } = decide(store, { action: 'reject', reason: 'other', roles }, now);
  expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
  expect(listOutbox(store.reader).entries).toMatchObject([{ action: 'reject', state: 'waiting' }]);
  expect(summariseOutbox(store.reader)).toMatchObject({ conflicts: 0, refused: 0 });
});
