import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFilter, type PageQuery, type RoleRow } from '../shared/desk/queues.ts';
import { fold } from '../shared/domain/fold.ts';
import { fullName } from '../shared/domain/person.ts';
import { decide } from './decide.ts';
import { deadlineCounts, matchingCount, matchingRoles, queueCounts, rolePage } from './queues.ts';
import { keepResults, nextToSend } from './sending.ts';
import {
  aBody,
  aPerson,
  aRole,
  firstPage,
  noon,
  pulled,
  storeWith,
  storeWithOne,
  told,
} from './world.fixture.ts';

const at = new Date('2026-11-22T12:00:00.000Z');
const names = ['Müller', 'muller', 'Αγγελοπούλου', 'Őze', '100%', 'a_b', 'Łukasz', 'Zoë', 'abc'];

const instant = fc.integer({ min: 1, max: 9 }).map((day) => `2026-11-0${day}T09:00:00.000Z`);
const place = fc.record({ name: fc.constantFrom(...names), country: fc.constantFrom('BE', 'FR') });
const lastDecision = instant.map((decidedAt) => ({
  id: '00000000-0000-4000-8000-000000000000',
  action: 'approve' as const,
  by: { personId: '00000000-0000-4000-8000-000000000001', name: 'Colleague' },
  decidedAt,
  recordedAt: '2026-11-22T09:00:00.000Z',
}));
const worlds = fc
  .record({
    places: fc.array(place, { minLength: 1, maxLength: 4 }),
    people: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
    roles: fc.array(
      fc.record({
        place: fc.nat(),
        person: fc.nat(),
        status: fc.constantFrom('requested', 'valid', 'suspended', 'rejected' as const),
        dueAt: instant,
        requestedAt: instant,
        lastDecision: fc.option(lastDecision, { nil: undefined }),
      }),
      { maxLength: 12, size: 'max' },
    ),
  })
  .map(({ places, people, roles }) => {
    const bodies = places.map((each) => aBody(each));
    const persons = people.map((lastName) =>
      aPerson({ firstName: 'X', lastName, email: 'x@x.example' }),
    );
    return roles.map(({ place, person, ...given }) => {
      const [body, holder] = [bodies[place % bodies.length]!, persons[person % persons.length]!];
      return { body, person: holder, role: aRole(body, holder, given) };
    });
  });
const queries: fc.Arbitrary<PageQuery> = fc.record({
  queue: fc.constantFrom('requested', 'valid', 'suspended', 'decided'),
  filter: fc.record({
    text: fc.constantFrom(
      '',
      ' ',
      'muller',
      'MÜLLER x',
      '%',
      '_',
      'οζ',
      'lukasz',
      "'",
      'a_b',
      '100%',
    ),
    countries: fc.subarray(['BE', 'FR']),
    types: fc.subarray(['operator', 'authority']),
  }),
  sort: fc.record({
    column: fc.constantFrom('person', 'body', 'due', 'requested', 'decided'),
    direction: fc.constantFrom('ascending', 'descending'),
  }),
  offset: fc.nat({ max: 5 }),
  limit: fc.integer({ min: 1, max: 6 }),
});

type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** The same by hand, on lists. */
function naive(world: World, { queue, filter, sort }: PageQuery): string[] {
  const keyOf = ({ role, body, person }: World[number]) =>
    ({
      person: fold(fullName(person)),
      body: fold(body.name),
      due: role.dueAt,
      requested: role.requestedAt,
      decided: role.lastDecision?.decidedAt ?? '',
    })[sort.column];
  const isIn = ({ role, body, person }: World[number]) =>
    (queue === 'decided' ? role.lastDecision !== undefined : role.status === queue) &&
    (filter.countries.length === 0 || filter.countries.includes(body.country)) &&
    (filter.types.length === 0 || filter.types.includes(role.type)) &&
    fold(filter.text)
      .split(' ')
      .every((word) =>
        fold(
          [
            fullName(person),
            person.email,
            body.name,
            person.username,
            body.city,
            role.function,
          ].join('\n'),
        ).includes(word),
      );
  const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const turn = sort.direction === 'ascending' ? 1 : -1;
  return world
    .filter(isIn)
    .sort((a, b) => turn * (compare(keyOf(a), keyOf(b)) || compare(a.role.id, b.role.id)))
    .map(({ role }) => role.id);
}

test('pages, totals, matches and counts are those of a list that is filtered and sorted by hand', () => {
  fc.assert(
    fc.property(worlds, fc.array(queries, { minLength: 8, maxLength: 8 }), (world, asked) => {
      const bodies = [...new Set(world.map(({ body }) => body))];
      const persons = [...new Set(world.map(({ person }) => person))];
      const store = storeWith(
        bodies,
        persons,
        world.map(({ role }) => role),
      );
      for (const query of asked) {
        const all = naive(world, query);
        const page = rolePage(store.reader, query, at);
        expect(page.total).toBe(all.length);
        expect(page.rows.map(({ id }) => id)).toEqual(
          all.slice(query.offset, query.offset + query.limit),
        );
        expect(matchingRoles(store.reader, query, at).map(({ roleId }) => roleId)).toEqual(all);
        const unfiltered = { ...query, filter: noFilter };
        expect(queueCounts(store.reader)[query.queue]).toBe(naive(world, unfiltered).length);
        expect(matchingCount(store.reader, query, at)).toBe(all.length);
      }
      store.close();
    }),
    { numRuns: 40 },
  );
});

const find = (text: string, body = aBody(), person = aPerson()): RoleRow[] => {
  const store = storeWith([body], [person], [aRole(body, person, { function: 'EAOC' })]);
  return rolePage(store.reader, firstPage({ filter: { ...noFilter, text } }), at).rows;
};

test.each([
  ['muller', true],
  ['MÜLLER Gent', true],
  ['cafop', true],
  ['be 42', true],
  ['mul%', false],
  ['m_ller', false],
  ['muller" OR "1', false],
])('text is looked for as text, whatever its accents: %s', (text, isFound) => {
  const body = aBody({ identifiers: [{ scheme: 'EORI', value: 'BE42' }] });
  expect(find(text, body, aPerson({ lastName: 'Müller' })).length).toBe(isFound ? 1 : 0);
});

test('the decided are those with a recorded decision, and those whose decision waits', () => {
  const { store, role } = storeWithOne();
  const decided = () => rolePage(store.reader, firstPage({ queue: 'decided' }), at).rows;
  expect(decided()).toEqual([]);
  decide(
    store,
    { action: 'reject', reason: 'other', roles: [{ roleId: role.id, revision: 1 }] },
    { at, holdMs: 0 },
  );
  expect(decided()).toMatchObject([
    { status: 'rejected', unsent: 'waiting', decided: { action: 'reject', at: at.toISOString() } },
  ]);
  const [sent] = nextToSend(store, noon).decisions;
  keepResults(store, [{ id: sent!.id, outcome: 'refused', code: 'not_allowed', role }], noon);
  expect(decided()).toEqual([]);
  expect(rolePage(store.reader, firstPage(), at).rows).toMatchObject([{ unsent: 'refused' }]);
});

test('a role that the system suspended says so, until its reactivation waits', () => {
  const suspension = { cause: 'system' as const, code: 'devices_reset' };
  const { store, role } = storeWithOne({ status: 'suspended', suspension });
  const [row] = rolePage(store.reader, firstPage({ queue: 'suspended' }), at).rows;
  expect(row?.isSuspendedBySystem).toBe(true);
  decide(
    store,
    { action: 'reactivate', roles: [{ roleId: role.id, revision: 1 }] },
    { at, holdMs: 0 },
  );
  const [now] = rolePage(store.reader, firstPage({ queue: 'valid' }), at).rows;
  expect(now?.isSuspendedBySystem).toBe(false);
});

test('a claim shows until it runs out', () => {
  const claim = {
    personId: '00000000-0000-4000-8000-000000000001',
    name: 'C',
    until: at.toISOString(),
  };
  const { store } = storeWithOne({ claim });
  const rowAt = (moment: string) =>
    rolePage(store.reader, firstPage(), new Date(moment)).rows[0]?.claim;
  expect(rowAt('2026-11-22T11:59:59.000Z')).toEqual(claim);
  expect(rowAt('2026-11-22T12:00:00.000Z')).toBeUndefined();
});

test.each([
  ['status = ?', 'person_key'],
  ['status = ?', 'body_key'],
  ['status = ?', 'due_at'],
  ['status = ?', 'decided_at'],
  ['is_decided = ?', 'decided_at'],
])('a page where %s by %s is read from an index, in its order', (where, column) => {
  const { store } = storeWithOne();
  const query = `SELECT * FROM lines WHERE ${where.replace('?', "'x'")} ORDER BY ${column} DESC, id DESC LIMIT 100`;
  const plan = store.reader.all<{ detail: string }>(sql.raw(`EXPLAIN QUERY PLAN ${query}`));
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(/^SEARCH lines USING INDEX lines_/),
  ]);
});

test('counts of queues and countries are read from an index alone', () => {
  const { store } = storeWithOne();
  for (const query of [
    'SELECT status, count(*) FROM lines GROUP BY status',
    "SELECT country, count(*) FROM lines WHERE status = 'x' GROUP BY country",
    'SELECT country, count(*) FROM lines WHERE is_decided = 1 GROUP BY country',
  ]) {
    const plan = store.reader.all<{ detail: string }>(sql.raw(`EXPLAIN QUERY PLAN ${query}`));
    expect(plan[0]?.detail).toMatch(/USING COVERING INDEX/);
  }
});

test('deadlines are counted of the requested alone: overdue at the moment, today in the zone of the desk', () => {
  const [body, person] = [aBody(), aPerson()];
  const due = (dueAt: string, status: 'requested' | 'valid' = 'requested') =>
    aRole(body, person, { dueAt, status });
  const store = storeWith(
    [body],
    [person],
    [
      due('2026-11-22T11:59:59.999Z'),
      due('2026-11-22T12:00:00.000Z'),
      due('2026-11-22T22:59:59.999Z'),
      due('2026-11-22T23:00:00.000Z'),
      due('2026-11-21T12:00:00.000Z', 'valid'),
    ],
  );
  expect(deadlineCounts(store.reader, undefined, at)).toEqual({ overdue: 2, today: 1 });
  expect(deadlineCounts(store.reader, body.id, at)).toEqual({ overdue: 0, today: 0 });
});

test('a role that changed at the registry moves to its queue', () => {
  const { store, role } = storeWithOne();
  pulled(store, [told({ ...role, revision: 2, status: 'suspended' })]);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, suspended: 1 });
});
