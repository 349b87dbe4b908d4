import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { claimAt, claimBy, claimMinutes, objectionToClaim } from './claim.ts';
import { type Decider, objectionTo } from './decide.ts';
import { statusAfter } from './transitions.ts';
import { type Status, statusSchema } from './vocabulary.ts';

const person = { id: '0b0c0a3e-3f43-4d6b-8a53-2f8f8f0a0001', firstName: 'Žofie', lastName: 'Nová' };
const moments = fc.integer({ min: 0, max: 4e12 });
const runningMs = claimMinutes * 60_000;

test('a claim says who, and runs for its minutes and no longer', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -runningMs, max: 2 * runningMs }), (madeMs, laterMs) => {
      const claim = claimBy(person, madeMs);
      expect(claim).toMatchObject({ personId: person.id, name: 'Žofie Nová' });
      expect(claimAt({ claim }, madeMs + laterMs)).toBe(laterMs < runningMs ? claim : undefined);
    }),
  );
});

test('a role that nobody is on has no claim', () => {
  expect(claimAt({}, 0)).toBeUndefined();
});

const commission: Body = {
  ...{ id: 'commission', revision: 1, type: 'authority', kind: 'COMMISSION', name: '' },
  ...{ country: 'EU', city: '', address: '', identifiers: [], activities: [] },
  ...{ fullControl: false, status: 'valid' },
};
const central: Body = {
  ...commission,
  ...{ id: 'central', kind: 'CCA', country: 'BE', parentId: 'commission' },
};
const operator: Body = { ...commission, id: 'operator', type: 'operator', country: 'BE' };

function position(bodyId: string, kind: Decider['positions'][number]['kind'], isAdmin = true) {
  return { bodyId, kind, country: 'BE', isAdmin };
}

const claimers: Decider[] = [
  { personId: 'superior', positions: [position('central', 'CCA', false)] },
  { personId: 'commission', positions: [position('commission', 'COMMISSION')] },
  { personId: 'within', positions: [position('operator', 'operator')] },
  { personId: 'requester', positions: [position('central', 'CCA')] },
  { personId: 'stranger', positions: [position('elsewhere', 'CCA')] },
];

function roleThatIs(status: Status, fullControl: boolean) {
  const body = { ...operator, fullControl };
  const all = new Map([commission, central, body].map((each) => [each.id, each]));
  return {
    role: {
      ...{ id: 'role', revision: 1, status, personId: 'requester', bodyId: 'operator' },
      ...{ type: 'operator' as const, function: 'animal_trader', responsibleId: 'central' },
      ...{ isAdmin: false, requestedAt: '', dueAt: '' },
    },
    ...{ body, person: { heldTypes: [] }, bodyById: (id: string) => all.get(id) },
  };
}

test('a claim is for those who could decide, on what waits for somebody', () => {
  const statuses = statusSchema.options;
  fc.assert(
    fc.property(
      fc.constantFrom(...claimers),
      fc.constantFrom(...statuses),
      fc.boolean(),
      (claimer, status, fullControl) => {
        const claimed = roleThatIs(status, fullControl);
        const closing = status === 'suspended' ? 'reactivate' : 'reject';
        const expected = objectionTo(closing, claimer, claimed);
        expect(objectionToClaim(claimer, claimed)).toBe(expected);
      },
    ),
  );
});

test('only what is requested or suspended waits for somebody', () => {
  const [superior] = claimers;
  const open = statusSchema.options.filter(
    (status) => !objectionToClaim(superior!, roleThatIs(status, false)),
  );
  expect(open).toEqual(['requested', 'suspended']);
  for (const status of open) expect(statusAfter('suspend', status)).toBeUndefined();
});
