import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Role } from '../shared/domain/role.ts';
import { decide, decideAnew } from './decide.ts';
import { roleDetail } from './detail.ts';
import { listOutbox, outboxCounts, release, undo } from './outbox.ts';
import { keepResults, nextToSend } from './sending.ts';
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
  const [sent] = nextToSend(store, noon);
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
  const [sent] = nextToSend(store, noon);
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
  const [sent] = nextToSend(store, noon);
  const touched = { ...role, revision: 7 };
  keepResults(store, [{ id: sent!.id, outcome: 'conflict', role: touched }], noon);
  expect(listOutbox(store.reader).entries).toMatchObject([{ canDecideAnew: true }]);
  decideAnew(store, sent!.id, now);
  const [anew] = nextToSend(store, noon);
  expect(anew).toMatchObject({ roleId: role.id, action: 'approve', baseRevision: 7 });
  expect(anew!.id).not.toBe(sent!.id);
});

test('a refused decision is kept with its code, and the role is as it was', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon);
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
  const [sent] = nextToSend(store, noon);
  pulled(store, [told({ ...role, revision: 3, status: 'suspended' })]);
  const first = { ...role, revision: 2, status: 'valid' as const };
  keepResults(store, [{ id: sent!.id, outcome: 'applied', role: first }], noon);
  expect(roleDetail(store.reader, role.id).role).toMatchObject({ revision: 3 });
  expect(listOutbox(store.reader).entries).toEqual([]);
});

test('what was decided together is taken back together, as far as it was not sent', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = [0, 1, 2].map(() => aRole(body, person));
  const store = storeWith([body], [person], roles);
  const batchId = decideOn(store, roles, 1000);
  expect(listOutbox(store.reader).undoable).toEqual({
    batchId,
    action: 'approve',
    count: 3,
    personName: 'An Person',
    bodyName: 'Operator',
  });
  expect(undo(store, { batchId })).toEqual({ undone: 3, tooLate: 0 });
  expect(listOutbox(store.reader)).toEqual({ entries: [], recorded: [] });
  for (const { id } of roles) expect(roleDetail(store.reader, id).status).toBe('requested');

  const again = decideOn(store, roles);
  const [sent] = nextToSend(store, noon);
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
  expect(nextToSend(store, noon)).toEqual([]);
  expect(release(store, new Date(start + 999))).toBe(false);
  expect(release(store, new Date(start + 1000))).toBe(true);
  expect(nextToSend(store, noon)).toHaveLength(1);
});

test('decisions are marked as sent before they leave, and outlive a restart', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  const [sent] = nextToSend(store, noon);
  const after = reopened(store);
  expect(listOutbox(after.reader).entries).toMatchObject([{ id: sent!.id, state: 'sent' }]);
  expect(nextToSend(after, noon)).toEqual([sent]);
  after.close();
});

test('at most 500 decisions are sent at once, in the order in which they were taken', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = Array.from({ length: 501 }, () => aRole(body, person));
  const store = storeWith([body], [person], roles);
  decideOn(store, roles);
  const sent = nextToSend(store, noon);
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
