import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { nearestSeats } from './profile.ts';
import { type Seat, seatsOver } from './seats.ts';

function bodyOf(id: string, more: Partial<Body> = {}): Body {
  return {
    ...{ id, revision: 1, type: 'authority', name: id, country: 'BE', city: '', address: '' },
    ...{ identifiers: [], activities: [], fullControl: false, status: 'valid', ...more },
  };
}

/** Each authority stands below one made before it, or at a root. */
const trees = fc
  .array(fc.option(fc.nat(), { nil: undefined }), { minLength: 1, maxLength: 8 })
  .map((above) =>
    above.map((at, index) =>
      bodyOf(`${index}`, {
        kind: 'LAU',
        parentId: at === undefined || index === 0 ? undefined : `${at % index}`,
      }),
    ),
  );
const activities = fc.subarray(['organic_producer', 'responsible_for_load'] as const).map((codes) =>
  codes.map((activity) => ({
    ...{ chapter: activity === 'organic_producer' ? 'organic' : 'other', section: activity },
    ...{ activity, status: 'valid' as const, controlBodyId: 'certifier' },
  })),
);

test('rule 12: the nearest seats and those above them are all seats of a role', () => {
  const roles = fc.record({
    ...{ tree: trees, at: fc.nat(), activities, isOperator: fc.boolean() },
    function: fc.constantFrom('organic_producer', 'responsible_for_load', 'LAU'),
    country: fc.constantFrom('BE', 'IE'),
  });
  fc.assert(
    fc.property(roles, ({ tree, at, activities, isOperator, function: code, country }) => {
      const authority = tree[at % tree.length]!;
      const operator = bodyOf('operator', { type: 'operator', country, activities });
      const body = isOperator ? operator : authority;
      const role = { type: body.type, function: code, responsibleId: authority.id };
      const byId = new Map(tree.map((each) => [each.id, each]));
      const upwards = (seat: Seat): Seat[] => {
        const parentId = seat.startsWith('above:') && byId.get(seat.slice(6))?.parentId;
        return parentId ? [seat, ...upwards(`above:${parentId}`)] : [seat];
      };
      const all = seatsOver({ role, body, bodyById: (id) => byId.get(id) });
      const nearest = nearestSeats({ role, body });
      expect(new Set(nearest.flatMap(upwards))).toEqual(new Set(all.keys()));
      expect(nearest.filter((seat) => seat.startsWith('above:')).length).toBeLessThanOrEqual(2);
    }),
  );
});
