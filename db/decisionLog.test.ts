import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Role } from '../shared/domain/role.ts';
import { decide } from './decide.ts';
import { loggedDecisions, logKeys } from './decisionLog.ts';
import { readDesk } from './desk.ts';
import { keepResults, nextToSend } from './sending.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, me, noon, pulled, storeWith, told } from './world.fixture.ts';

const [body, person] = [aBody(), aPerson()];
const colleague = { personId: randomUUID(), name: 'A Colleague' };

/** As the registry serves a role that was decided on. */
function decidedBy(by: typeof colleague, at: string, id = randomUUID()): Partial<Role> {
  const moment = `2026-11-21T${at}:00.000Z`;
  return {
    status: 'valid',
    revision: 2,
    lastDecision: { id, action: 'approve', by, decidedAt: moment, recordedAt: moment },
  };
}

function approveAt(store: Store, role: Role, time: string) {
  const roles = [{ roleId: role.id, revision: role.revision }];
  const at = new Date(`2026-11-21T${time}:00.000Z`);
  decide(store, { action: 'approve', roles }, { at, holdMs: 0 });
  return at;
}

function record(store: Store, role: Role, at: Date) {
  const [sent] = nextToSend(store, at).decisions;
  if (!sent) throw new Error('nothing was sent');
  const by = { personId: me.person.id, name: 'Desk Person' };
  const { id, action, decidedAt } = sent;
  const lastDecision = { id, action, by, decidedAt, recordedAt: noon.toISOString() };
  const after: Role = { ...role, revision: 2, status: 'valid', lastDecision };
  keepResults(store, [{ id, outcome: 'applied', role: after }], noon);
  return after;
}

const logOf = ({ reader }: Store) => loggedDecisions(reader, logKeys(reader));

test('everybody’s last decisions and those of this desk stand once, the latest first', () => {
  const theirs = aRole(body, person, decidedBy(colleague, '09:00'));
  const [mine, waiting, untouched] = [1, 2, 3].map(() => aRole(body, person)) as [Role, Role, Role];
  const store = storeWith([body], [person], [theirs, mine, waiting, untouched]);
  record(store, mine, approveAt(store, mine, '08:00'));
  approveAt(store, waiting, '10:00');
  const log = logOf(store);
  expect(log.map(({ roleId }) => roleId)).toEqual([waiting.id, theirs.id, mine.id]);
  const { deskId } = readDesk(store.reader);
  const own = {
    by: { personId: me.person.id, name: 'Desk Person' },
    desk: deskId,
    baseRevision: 1,
  };
  expect(log[0]).toMatchObject({ ...own, state: 'waiting' });
  expect(log[0]).not.toHaveProperty('recordedAt');
  expect(log[1]).toMatchObject({ by: colleague, state: 'recorded', role: { revision: 2 } });
  expect(log[1]).not.toHaveProperty('desk');
  expect(log[2]).toMatchObject({ ...own, state: 'recorded', recordedAt: noon.toISOString() });
});

test('a decision of this desk outlives a later one of a colleague, and the role', () => {
  const [overruled, gone] = [aRole(body, person), aRole(body, person)];
  const store = storeWith([body], [person], [overruled, gone]);
  const after = record(store, overruled, approveAt(store, overruled, '08:00'));
  record(store, gone, approveAt(store, gone, '08:30'));
  pulled(store, [
    told({ ...after, ...decidedBy(colleague, '09:00'), revision: 3 }),
    { kind: 'gone', of: 'role', id: gone.id },
  ]);
  expect(logOf(store)).toMatchObject([
    { roleId: overruled.id, by: colleague },
    { roleId: gone.id, desk: readDesk(store.reader).deskId, bodyName: body.name },
    { roleId: overruled.id, desk: readDesk(store.reader).deskId, role: { revision: 3 } },
  ]);
});

test('what stands at the registry stays in the log beside the decision that waits, at its own time', () => {
  const other = aRole(body, person, decidedBy(colleague, '09:00'));
  const suspended = aRole(body, person, {
    ...decidedBy(colleague, '07:00'),
    status: 'suspended',
    suspension: { cause: 'administrator', code: 'misuse' },
  });
  const store = storeWith([body], [person], [other, suspended]);
  const roles = [{ roleId: suspended.id, revision: 2 }];
  decide(store, { action: 'reactivate', roles }, { at: noon, holdMs: 0 });
  expect(logOf(store)).toMatchObject([
    { roleId: suspended.id, action: 'reactivate' },
    { roleId: other.id },
    { roleId: suspended.id, action: 'approve', by: colleague },
  ]);
});

test('roles that came back under one decision stand each for itself', () => {
  const id = randomUUID();
  const roles = [1, 2].map(() => aRole(body, person, decidedBy(colleague, '09:00', id)));
  const store = storeWith([body], [person], roles);
  expect(
    logOf(store)
      .map((entry) => entry.roleId)
      .sort(),
  ).toEqual(roles.map((role) => role.id).sort());
});
