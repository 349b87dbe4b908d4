import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noFilter } from '../shared/desk/queues.ts';
import type { Body } from '../shared/domain/body.ts';
import { isInScope } from '../shared/domain/decide.ts';
import type { Role } from '../shared/domain/role.ts';
import { updateDesk } from './desk.ts';
import { facetChoices } from './facets.ts';
import { matchingRoles, queueCounts, rolePage } from './queues.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, firstPage, me, pulled, storeWith } from './world.fixture.ts';

const at = new Date('2026-11-22T12:00:00.000Z');
const kinds = ['CCA', 'RCA', 'LAU', 'BCP'] as const;

/** Authorities each below one made before it, a control body, and roles in and under all of them. */
const worlds = fc
  .record({
    authorities: fc.array(
      fc.record({
        above: fc.option(fc.nat(), { nil: undefined }),
        kind: fc.constantFrom(...kinds),
        country: fc.constantFrom('BE', 'IE'),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    roles: fc.array(
      fc.record({
        ...{ at: fc.nat(), isOperator: fc.boolean(), country: fc.constantFrom('BE', 'IE') },
        function: fc.constantFrom('organic_producer', 'responsible_for_load'),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    admins: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  })
  .map(({ authorities: given, roles: asked, admins }) => {
    const controlBody = aBody({ type: 'control_body', name: 'Control' });
    const authorities: Body[] = [];
    for (const { above, kind, country } of given) {
      const parentId = authorities[(above ?? 0) % (authorities.length || 1)]?.id;
      authorities.push(
        aBody({
          type: 'authority',
          kind,
          country,
          parentId: above === undefined ? undefined : parentId,
        }),
      );
    }
    const person = aPerson();
    const placed = asked.map(({ at, isOperator, country, function: code }) => {
      const authority = authorities[at % authorities.length]!;
      const activities = [
        {
          ...{ chapter: code === 'organic_producer' ? 'organic' : 'other', section: code },
          ...{ activity: code, status: 'valid' as const, controlBodyId: controlBody.id },
        },
      ];
      const body = isOperator ? aBody({ country, activities }) : authority;
      const given = { function: isOperator ? code : 'LAU', responsibleId: authority.id };
      return { body, role: aRole(body, person, given) };
    });
    const scopes = [...authorities, controlBody].map(({ id, kind, country, name }, index) => ({
      ...{ bodyId: id, kind: kind ?? ('control_body' as const), country, name },
      isAdmin: admins[index % admins.length] ?? false,
    }));
    return { bodies: [...authorities, controlBody], person, placed, scopes };
  });

function idsAs(store: Store, as: string): string[] {
  const { rows } = rolePage(store.reader, firstPage({ filter: { ...noFilter, as } }), at);
  return rows.map(({ id }) => id).sort();
}

test('rule 12: as one of several one sees what this position sees alone, and it is counted so', () => {
  fc.assert(
    fc.property(worlds, ({ bodies, person, placed, scopes }) => {
      const operators = placed.flatMap(({ body }) => (body.type === 'operator' ? [body] : []));
      const roles = placed.map(({ role }) => role);
      const store = storeWith([...bodies, ...operators], [person], roles);
      store.write((writer) => updateDesk(writer, { me: { ...me, scopes } }));
      const byId = new Map(bodies.map((each) => [each.id, each]));
      for (const position of scopes) {
        const decider = { personId: me.person.id, positions: [position] };
        const seen = placed.filter(({ role, body }) =>
          isInScope(decider, { role, body, bodyById: (id) => byId.get(id) }),
        );
        const as = position.bodyId;
        expect(idsAs(store, as)).toEqual(seen.map(({ role }) => role.id).sort());
        expect(queueCounts(store.reader, as).requested).toBe(seen.length);
        const types = facetChoices(
          store.reader,
          { ...{ queue: 'requested', facet: 'types', text: '' }, filter: { ...noFilter, as } },
          at,
        );
        expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(seen.length);
        const matching = firstPage({ filter: { ...noFilter, as } });
        expect(matchingRoles(store.reader, matching, at)).toHaveLength(seen.length);
      }
      store.close();
    }),
    { numRuns: 30 },
  );
});

test('rule 12: an authority that moves takes with it what is below', () => {
  const [one, other] = [aBody({ type: 'authority' }), aBody({ type: 'authority' })];
  const unit = aBody({ type: 'authority', kind: 'LAU', parentId: one.id });
  const [operator, person] = [aBody(), aPerson()];
  const role = aRole(operator, person, { responsibleId: unit.id });
  const store = storeWith([one, other, unit, operator], [person], [role]);
  const scopes = [one, other].map(({ id, name }) => ({
    ...{ bodyId: id, kind: 'CCA' as const, country: 'BE', name, isAdmin: true },
  }));
  store.write((writer) => updateDesk(writer, { me: { ...me, scopes } }));
  const seen = ({ id }: Role, as: Body) => idsAs(store, as.id).includes(id);
  expect([seen(role, one), seen(role, other)]).toEqual([true, false]);
  pulled(store, [{ kind: 'body', id: unit.id, body: { ...unit, parentId: other.id } }]);
  expect([seen(role, one), seen(role, other)]).toEqual([false, true]);
});

test('rule 12: as what one is not one sees nothing, as all that one is everything', () => {
  const [body, person] = [aBody(), aPerson()];
  const store = storeWith([body], [person], [aRole(body, person)]);
  expect(queueCounts(store.reader, body.id).requested).toBe(0);
  expect(queueCounts(store.reader).requested).toBe(1);
});
