import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { type Decider, isInScope, objectionTo, otherTypesHeld, refusalOf } from './decide.ts';
import type { Role } from './role.ts';
import { statusAfter } from './transitions.ts';
import { actionSchema, roleTypeSchema, statusSchema } from './vocabulary.ts';

const central: Body = {
  ...{ id: 'central', revision: 1, type: 'authority', kind: 'CCA', name: 'central' },
  ...{ country: 'BE', city: '', address: '', identifiers: [], activities: [] },
  ...{ fullControl: false, status: 'valid' },
};
const post: Body = { ...central, id: 'post', kind: 'BCP', parentId: 'central' };
const role: Role = {
  ...{ id: 'role', revision: 1, status: 'requested', personId: 'requester', bodyId: 'post' },
  ...{ type: 'authority', function: 'BCP', responsibleId: 'central', isAdmin: false },
  ...{ requestedAt: '2026-01-05T08:00:00.000Z', dueAt: '2026-01-07T08:00:00.000Z' },
};
const superior: Decider = {
  personId: 'decider',
  positions: [{ bodyId: 'central', kind: 'CCA', country: 'BE', isAdmin: false }],
};
const colleague: Decider = {
  personId: 'decider',
  positions: [{ bodyId: 'post', kind: 'BCP', country: 'BE', isAdmin: true }],
};
const stranger: Decider = {
  personId: 'decider',
  positions: [{ bodyId: 'elsewhere', kind: 'CCA', country: 'FR', isAdmin: true }],
};

function placed(change: Partial<Role> = {}, body: Body = post, heldTypes: Role['type'][] = []) {
  const all = new Map([central, body].map((each) => [each.id, each]));
  return {
    ...{ role: { ...role, ...change }, body, person: { heldTypes } },
    bodyById: (id: string) => all.get(id),
  };
}

test('a superior and an administrator within may approve', () => {
  expect(objectionTo('approve', superior, placed())).toBeUndefined();
  expect(objectionTo('approve', colleague, placed())).toBeUndefined();
});

test('rule 3: nobody decides on a role of their own, whatever the scope and the decision', () => {
  for (const decider of [superior, colleague, stranger]) {
    for (const status of statusSchema.options) {
      const own = placed({ personId: decider.personId, status });
      for (const action of actionSchema.options) {
        expect(objectionTo(action, decider, own)).toBe('own_role');
      }
    }
  }
});

test('rule 2: who has no seat over the role has no say, and does not see it', () => {
  expect(objectionTo('approve', stranger, placed())).toBe('out_of_scope');
  expect(isInScope(stranger, placed())).toBe(false);
  expect(isInScope(superior, placed())).toBe(true);
  const notAdmin = { ...colleague, positions: [{ ...colleague.positions[0]!, isAdmin: false }] };
  expect(objectionTo('approve', notAdmin, placed())).toBe('out_of_scope');
});

test('rule 2: under full control only the administrators within are kept from deciding', () => {
  const body = { ...post, fullControl: true };
  expect(objectionTo('approve', colleague, placed({}, body))).toBe('body_under_full_control');
  expect(objectionTo('approve', superior, placed({}, body))).toBeUndefined();
  const both = { ...colleague, positions: [...colleague.positions, ...superior.positions] };
  expect(objectionTo('approve', both, placed({}, body))).toBeUndefined();
});

test('rule 2: who sees a role without deciding on it is told so', () => {
  const commission: Body = { ...central, id: 'commission', kind: 'COMMISSION', country: 'EU' };
  const below: Body = { ...central, parentId: 'commission' };
  const operator: Body = { ...post, id: 'operator', type: 'operator', parentId: undefined };
  const all = new Map([commission, below, operator].map((each) => [each.id, each]));
  const decider: Decider = {
    personId: 'decider',
    positions: [{ bodyId: 'commission', kind: 'COMMISSION', country: 'EU', isAdmin: true }],
  };
  const decided = {
    ...{ role: { ...role, type: 'operator' as const }, body: operator, person: { heldTypes: [] } },
    bodyById: (id: string) => all.get(id),
  };
  expect(objectionTo('approve', decider, decided)).toBe('not_allowed');
  expect(isInScope(decider, decided)).toBe(true);
});

test('rule 1: what its status does not allow is refused, and only that', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...actionSchema.options),
      fc.constantFrom(...statusSchema.options),
      fc.boolean(),
      (action, status, isAdmin) => {
        const pointless = action === (isAdmin ? 'grant_admin' : 'revoke_admin');
        const isOpen = statusAfter(action, status) !== undefined && !pointless;
        const objection = objectionTo(action, superior, placed({ status, isAdmin }));
        expect(objection).toBe(isOpen ? undefined : 'illegal_transition');
      },
    ),
  );
});

test('rule 4: a role of another type than the one held is not approved, everything else goes on', () => {
  const types = roleTypeSchema.options;
  fc.assert(
    fc.property(fc.subarray([...types]), fc.constantFrom(...types), (heldTypes, type) => {
      const others = heldTypes.filter((held) => held !== type);
      expect(otherTypesHeld({ type }, heldTypes)).toEqual(others);
      const body = { ...post, type: 'authority' as const };
      const decided = placed({}, body, heldTypes);
      const expected = heldTypes.some((held) => held !== 'authority');
      expect(objectionTo('approve', superior, decided)).toBe(
        expected ? 'other_type_held' : undefined,
      );
      expect(objectionTo('reject', superior, decided)).toBeUndefined();
    }),
  );
});

test('a decision that needs a reason needs one that it knows', () => {
  const reject = (reason?: string) => refusalOf({ action: 'reject', reason }, superior, placed());
  expect(reject()).toBe('reason_required');
  expect(reject('left_body')).toBe('reason_unknown');
  expect(reject('wrong_body')).toBeUndefined();
  expect(refusalOf({ action: 'approve' }, superior, placed())).toBeUndefined();
});

test('authority comes before everything else that could be said', () => {
  const decided = placed({ status: 'valid' }, post, ['operator']);
  expect(refusalOf({ action: 'reject' }, stranger, decided)).toBe('out_of_scope');
});
