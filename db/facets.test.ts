import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Facet,
  type Filter,
  facetSchema,
  noFilter,
  type Queue,
  queueSchema,
} from '../shared/desk/queues.ts';
import { claimBy } from '../shared/domain/claim.ts';
import type { Role } from '../shared/domain/role.ts';
import { decide } from './decide.ts';
import { facetChoices } from './facets.ts';
import { matchingCount } from './queues.ts';
import { aBody, aPerson, aRole, authority, me, storeWith } from './world.fixture.ts';

/** 13:00 in Brussels, the zone of the desk in tests. */
const at = new Date('2026-11-22T12:00:00.000Z');
const colleague = aPerson({ firstName: 'A', lastName: 'Colleague' });

const activity = (chapter: string, section: string) => ({
  ...{ chapter, section, activity: section, status: 'valid' as const },
});
const bodies = [
  aBody({ name: 'Älpha', activities: [activity('organic', 'organic_importer')] }),
  aBody({ name: 'Beta', country: 'FR', activities: [activity('food', 'cold_store')] }),
  aBody({ name: 'Beta', type: 'authority', kind: 'BCP', code: 'FRLEH1', country: 'FR' }),
];
const persons = [
  aPerson({ email: 'info@operator.example' }),
  aPerson({ email: 'x@gmail.com', lastName: 'Zoë' }),
];

const instant = fc
  .constantFrom(-48, -1, 0, 1, 10, 11, 34, 35, 100)
  .map((hours) => new Date(+at + hours * 3_600_000).toISOString());
const lastDecision = fc.record({
  by: fc.constantFrom(me.person, colleague),
  action: fc.constantFrom('approve', 'suspend' as const),
});
const roles = fc.array(
  fc.record({
    body: fc.constantFrom(...bodies),
    person: fc.constantFrom(...persons),
    status: fc.constantFrom('requested', 'valid', 'suspended', 'rejected' as const),
    function: fc.constantFrom('organic_importer', 'cold_store', 'BCP'),
    dueAt: instant,
    lastDecision: fc.option(lastDecision, { nil: undefined }),
    claimed: fc.constantFrom(undefined, me.person, colleague),
    claimRuns: fc.boolean(),
    approvedHere: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14, size: 'max' },
);

const filters: fc.Arbitrary<Partial<Filter>> = fc.record(
  {
    text: fc.constantFrom('', 'alpha', 'zoe'),
    statuses: fc.subarray(['requested', 'valid', 'rejected']),
    countries: fc.subarray(['BE', 'FR', 'DE']),
    types: fc.subarray(['operator', 'authority']),
    functions: fc.subarray(['organic_importer', 'cold_store']),
    chapters: fc.subarray(['organic', 'food']),
    sections: fc.subarray(['organic_importer']),
    bodies: fc.subarray([...bodies.map(({ id }) => id), authority.id]),
    due: fc.subarray(['overdue', 'today', 'tomorrow', 'later']),
    advice: fc.subarray(['none', 'no_eori', 'free_mail']),
    claims: fc.subarray(['mine', 'colleague', 'nobody']),
    actions: fc.subarray(['approve', 'suspend']),
    deciders: fc.subarray([me.person.id, colleague.id]),
  },
  { requiredKeys: [] },
);

type Given = typeof roles extends fc.Arbitrary<infer G> ? G : never;

function storeOf(given: Given) {
  const made = given.map(
    ({ body, person, lastDecision: last, claimed, claimRuns, approvedHere: _, ...role }): Role =>
      aRole(body, person, {
        ...role,
        ...(claimed && { claim: claimBy(claimed, claimRuns ? +at : +at - 86_400_000) }),
        ...(last && {
          lastDecision: {
            ...{ id: me.person.id, action: last.action, decidedAt: at.toISOString() },
            ...{ by: { personId: last.by.id, name: last.by.lastName } },
            recordedAt: at.toISOString(),
          },
        }),
      }),
  );
  const store = storeWith(bodies, persons, made);
  const approved = made.filter(
    ({ status }, index) => given[index]!.approvedHere && status === 'requested',
  );
  for (const { id, revision } of approved) {
    decide(store, { action: 'approve', roles: [{ roleId: id, revision }] }, { at, holdMs: 0 });
  }
  return store;
}

test('each choice leaves as many as it says, given all other parts, and every role that is left has one', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      roles,
      fc.constantFrom(...queueSchema.options),
      filters,
      (given, queue: Queue, narrowing) => {
        const store = storeOf(given);
        const filter = { ...noFilter, ...narrowing };
        const left = (facet: Facet, chosen: string[]) =>
          matchingCount(store.reader, { queue, filter: { ...filter, [facet]: chosen } }, at);
        for (const facet of facetSchema.options) {
          const choices = facetChoices(store.reader, { queue, filter, facet, text: '' }, at);
          const ids = choices.map(({ id }) => id);
          for (const { id, count } of choices) expect(count).toBe(left(facet, [id]));
          for (const id of filter[facet] ?? []) expect(ids).toContain(id);
          expect(new Set(ids).size).toBe(ids.length);
          const some = choices.filter(({ count }) => count > 0).map(({ id }) => id);
          // Roles of authorities have no chapter, and what was never decided no decider.
          if (!['chapters', 'sections', 'actions', 'deciders'].includes(facet))
            expect(some.length === 0 ? 0 : left(facet, some)).toBe(left(facet, []));
        }
        store.close();
      },
    ),
    { numRuns: 30 },
  );
});

const named = (facet: 'bodies' | 'deciders', text: string, filter: Partial<Filter> = {}) => {
  const store = storeWith(bodies, persons, [
    ...bodies.map((body) => aRole(body, persons[0]!)),
    aRole(bodies[0]!, persons[1]!),
  ]);
  const query = { queue: 'requested' as const, filter: { ...noFilter, ...filter }, facet, text };
  return facetChoices(store.reader, query, at).map(({ name, count }) => [name, count]);
};

test.each<[string, unknown[]]>([
  [
    '',
    [
      ['Älpha', 2],
      ['Beta', 1],
      ['Beta', 1],
    ],
  ],
  ['alph', [['Älpha', 2]]],
  ['frleh', [['Beta', 1]]],
  ['beta fr', [['Beta', 1]]],
  ['%', []],
])('bodies are found by name or code: %s', (text, found) => {
  expect(named('bodies', text)).toEqual(found);
});

test('a chosen body is named and in the list, though its roles are elsewhere and the text is another', () => {
  expect(named('bodies', 'alpha', { bodies: [bodies[1]!.id, authority.id] })).toEqual([
    ['Älpha', 2],
    ['Beta', 0],
    ['Authority', 0],
  ]);
});

test('at most fifty bodies are answered, those with the most roles first', () => {
  const many = Array.from({ length: 60 }, (_, at) => aBody({ name: `Body ${at}` }));
  const store = storeWith(many, persons, [
    ...many.map((body) => aRole(body, persons[0]!)),
    aRole(many[59]!, persons[1]!),
  ]);
  const query = {
    queue: 'requested' as const,
    filter: noFilter,
    facet: 'bodies' as const,
    text: '',
  };
  const found = facetChoices(store.reader, query, at);
  expect(found).toHaveLength(50);
  expect(found[0]).toEqual({ id: many[59]!.id, name: 'Body 59', count: 2 });
});
