import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Role } from '../shared/domain/role.ts';
import { decide } from './decide.ts';
import { listOutbox, undo } from './outbox.ts';
import { keptRecorded } from './recorded.ts';
import { recorded } from './schema.ts';
import { keepResults, nextToSend } from './sending.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, me, noon, pulled, storeWith, told } from './world.fixture.ts';

function decideOn(store: Store, roles: Role[]) {
  const seen = roles.map(({ id, revision }) => ({ roleId: id, revision }));
  return decide(store, { action: 'approve', roles: seen }, { at: noon, holdMs: 0 }).batchId;
}

/** Decisions on new roles of a store that the registry has recorded at this moment. */
function recordedAt(store: Store, roles: Role[], at: string) {
  const batchId = decideOn(store, roles);
  const results = nextToSend(store, noon).decisions.map(({ id, roleId, action, decidedAt }) => {
    const by = { personId: me.person.id, name: 'Desk Person' };
    const lastDecision = { id, action, by, decidedAt, recordedAt: at };
    const role = roles.find((each) => each.id === roleId)!;
    const applied = { ...role, revision: 2, status: 'valid' as const, lastDecision };
    return { id, outcome: 'applied' as const, role: applied };
  });
  keepResults(store, results, noon);
  return batchId;
}

function storeWithMany(count: number) {
  const [body, person] = [aBody(), aPerson()];
  const roles = Array.from({ length: count }, () => aRole(body, person));
  return { roles, store: storeWith([body], [person], roles) };
}

test('what was recorded is kept with the time of the registry, the latest first', () => {
  const { store, roles } = storeWithMany(2);
  recordedAt(store, [roles[0]!], '2026-11-21T08:00:00.000Z');
  recordedAt(store, [roles[1]!], '2026-11-21T09:00:00.000Z');
  expect(listOutbox(store.reader).recorded).toMatchObject([
    { roleId: roles[1]!.id, recordedAt: '2026-11-21T09:00:00.000Z', personName: 'An Person' },
    { roleId: roles[0]!.id, recordedAt: '2026-11-21T08:00:00.000Z', bodyName: 'Operator' },
  ]);
});

test('what was recorded 30 days before the latest is forgotten, whatever the clock of the desk says', () => {
  const { store, roles } = storeWithMany(3);
  recordedAt(store, [roles[0]!], '2026-08-01T08:00:00.000Z');
  recordedAt(store, [roles[1]!], '2026-08-02T09:00:00.000Z');
  expect(listOutbox(store.reader).recorded).toHaveLength(2);
  recordedAt(store, [roles[2]!], '2026-09-01T08:30:00.000Z');
  expect(listOutbox(store.reader).recorded.map(({ roleId }) => roleId)).toEqual([
    roles[2]!.id,
    roles[1]!.id,
  ]);
});

test('no more is remembered of what was recorded than the largest batch holds', () => {
  const { store, roles } = storeWithMany(1);
  const [role] = roles;
  const batchId = recordedAt(store, [role!], '2026-11-21T08:00:00.000Z');
  const [row] = store.reader.select().from(recorded).all();
  store.write((writer) => {
    for (let at = 1; at <= keptRecorded; at += 1) {
      const later = new Date(Date.parse(row!.recordedAt) + at).toISOString();
      writer
        .insert(recorded)
        .values({ ...row!, id: randomUUID(), recordedAt: later })
        .run();
    }
  });
  const next = aRole(aBody(), aPerson());
  pulled(store, [told({ ...role!, id: next.id, revision: 1 })]);
  recordedAt(store, [{ ...role!, id: next.id }], '2026-11-21T09:00:00.000Z');
  expect(undo(store, { batchId })).toEqual({ undone: 0, tooLate: keptRecorded - 1 });
});

test('a decision that is recorded, or on its way, is too late to be taken back', () => {
  const { store, roles } = storeWithMany(2);
  recordedAt(store, [roles[0]!], '2026-11-21T08:00:00.000Z');
  const [known] = listOutbox(store.reader).recorded;
  expect(undo(store, { decisionId: known!.id })).toEqual({ undone: 0, tooLate: 1 });
  decideOn(store, [roles[1]!]);
  const [sent] = nextToSend(store, noon).decisions;
  expect(undo(store, { decisionId: sent!.id })).toEqual({ undone: 0, tooLate: 1 });
});
