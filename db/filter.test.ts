import { expect, test } from 'vitest';
import { type Filter, isNarrowed, noFilter } from '../shared/desk/queues.ts';
import { claimBy } from '../shared/domain/claim.ts';
import type { Role } from '../shared/domain/role.ts';
import { decide } from './decide.ts';
import { matchingRoles } from './queues.ts';
import { aBody, aPerson, aRole, firstPage, me, storeWith } from './world.fixture.ts';

/** 13:00 in Brussels, the zone of the desk in tests. */
const at = new Date('2026-11-22T12:00:00.000Z');
const colleague = aPerson({ firstName: 'A', lastName: 'Colleague' });

const importer = aBody({
  name: 'Importer',
  activities: [
    {
      chapter: 'organic',
      section: 'organic_importer',
      activity: 'organic_importer',
      status: 'valid',
    },
    { chapter: 'food', section: 'cold_store', activity: 'cold_store', status: 'valid' },
  ],
});
const person = aPerson({ email: 'info@operator.example' });
const other = aPerson();

function roleNamed(given: Partial<Role>): Role {
  return aRole(importer, person, given);
}
const decision = (by: { id: string }, decidedAt: string): NonNullable<Role['lastDecision']> => ({
  id: '00000000-0000-4000-8000-00000000000d',
  action: 'approve',
  by: { personId: by.id, name: 'somebody' },
  ...{ decidedAt, recordedAt: decidedAt },
});

const roles = {
  overdue: roleNamed({ dueAt: at.toISOString() }),
  tonight: roleNamed({ dueAt: '2026-11-22T22:59:59.000Z', claim: claimBy(me.person, +at) }),
  tomorrow: roleNamed({ dueAt: '2026-11-22T23:00:00.000Z', claim: claimBy(colleague, +at) }),
  later: aRole(importer, other, {
    ...{ dueAt: '2026-11-23T23:00:00.000Z', function: 'cold_store' },
    ...{ requestedAt: '2026-11-01T00:00:00.000Z', claim: claimBy(colleague, +at - 3_600_000) },
  }),
};
const decided = {
  byMe: roleNamed({
    status: 'valid',
    lastDecision: decision(me.person, '2026-11-10T09:00:00.000Z'),
  }),
  byColleague: roleNamed({
    status: 'suspended',
    lastDecision: { ...decision(colleague, '2026-11-12T09:00:00.000Z'), action: 'suspend' },
  }),
};

function namesLeft(queue: 'requested' | 'decided', filter: Partial<Filter>): string[] {
  const all = { ...roles, ...decided };
  const store = storeWith([importer], [person, other, colleague], Object.values(all));
  decide(
    store,
    { action: 'approve', roles: [{ roleId: roles.later.id, revision: 1 }] },
    { at: new Date('2026-11-14T09:00:00.000Z'), holdMs: 0 },
  );
  const query = firstPage({ queue, filter: { ...noFilter, ...filter } });
  const left = new Set(matchingRoles(store.reader, query, at).map(({ roleId }) => roleId));
  return Object.entries(all).flatMap(([name, { id }]) => (left.has(id) ? [name] : []));
}

test.each<[Partial<Filter>, string[]]>([
  [{}, ['overdue', 'tonight', 'tomorrow']],
  [{ due: ['overdue'] }, ['overdue']],
  [{ due: ['today'] }, ['tonight']],
  [{ due: ['tomorrow', 'overdue'] }, ['overdue', 'tomorrow']],
  [{ claims: ['mine'] }, ['tonight']],
  [{ claims: ['colleague'] }, ['tomorrow']],
  [{ claims: ['nobody'] }, ['overdue']],
  [{ advice: ['no_eori'] }, ['overdue', 'tonight', 'tomorrow']],
  [{ advice: ['none'] }, []],
  [{ advice: ['shared_mailbox'], due: ['today'] }, ['tonight']],
  [{ chapters: ['food'] }, []],
  [
    { sections: ['organic_importer'], functions: ['organic_importer'] },
    ['overdue', 'tonight', 'tomorrow'],
  ],
  [{ bodies: [importer.id] }, ['overdue', 'tonight', 'tomorrow']],
  [{ bodies: [colleague.id] }, []],
  [{ requested: { to: '2026-11-20T09:00:00.000Z' } }, []],
  [{ requested: { from: '2026-11-20T09:00:00.000Z' } }, ['overdue', 'tonight', 'tomorrow']],
])('of the requested, %j leaves %j', (filter, names) => {
  expect(namesLeft('requested', filter)).toEqual(names);
});

test.each<[Partial<Filter>, string[]]>([
  [{}, ['later', 'byMe', 'byColleague']],
  [{ chapters: ['food'], sections: ['cold_store'] }, ['later']],
  [{ statuses: ['suspended'] }, ['byColleague']],
  [{ actions: ['approve'] }, ['later', 'byMe']],
  [{ deciders: [me.person.id] }, ['later', 'byMe']],
  [{ deciders: [colleague.id] }, ['byColleague']],
  [{ decided: { from: '2026-11-12T09:00:00.000Z' } }, ['later', 'byColleague']],
  [{ decided: { from: '2026-11-10T09:00:00.000Z', to: '2026-11-12T09:00:00.000Z' } }, ['byMe']],
])('of the decided, %j leaves %j', (filter, names) => {
  expect(namesLeft('decided', filter)).toEqual(names);
});

test.each<[Partial<Filter>, boolean]>([
  [{}, false],
  [{ as: importer.id }, false],
  [{ due: [], requested: {} }, false],
  [{ text: 'a' }, true],
  [{ due: ['today'] }, true],
  [{ decided: { from: '2026-11-10T09:00:00.000Z' } }, true],
])('whether %j narrows a queue: %s', (filter, narrows) => {
  expect(isNarrowed({ ...noFilter, ...filter })).toBe(narrows);
});
