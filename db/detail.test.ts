import { expect, test } from 'vitest';
import type { Decide } from '../shared/desk/outbox.ts';
import { decide } from './decide.ts';
import { roleDetail } from './detail.ts';
import type { Store } from './store.ts';
import {
  aBody,
  aPerson,
  aRole,
  authority,
  me,
  noon,
  storeWith,
  storeWithOne,
} from './world.fixture.ts';

function decideOn(store: Store, roleId: string, given: Omit<Decide, 'roles'>) {
  decide(store, { ...given, roles: [{ roleId, revision: 1 }] }, { at: noon, holdMs: 60_000 });
}

test('rule 2: who else may decide, with the people of whom this desk knows, but neither of the two persons', () => {
  const [body, person] = [aBody({ name: 'Operator' }), aPerson()];
  const colleagues = ['Bo', 'Cy', 'Di', 'Ed'].map((firstName) =>
    aPerson({ firstName, lastName: '' }),
  );
  const boss = aPerson({ firstName: 'Boss', lastName: '' });
  const valid = { status: 'valid' as const };
  const asked = aRole(body, person);
  const store = storeWith(
    [body],
    [me.person, person, boss, ...colleagues],
    [
      asked,
      aRole(authority, me.person, valid),
      ...colleagues.map((each) => aRole(authority, each, valid)),
      aRole(body, boss, { ...valid, isAdmin: true }),
      aRole(body, colleagues[0]!, valid),
    ],
  );
  expect(roleDetail(store.reader, asked.id).deciders).toEqual([
    {
      ...{ as: 'above', bodyId: authority.id, name: authority.name, function: 'CCA' },
      ...{ people: ['Bo', 'Cy', 'Di'], more: 1 },
    },
    { as: 'within', bodyId: body.id, name: 'Operator', people: ['Boss'], more: 0 },
  ]);
});

test('rule 2: full control takes the decision from the administrators within, posts decide on loads', () => {
  const body = aBody({ fullControl: true });
  const person = aPerson();
  const role = aRole(body, person, { function: 'responsible_for_load' });
  const { deciders } = roleDetail(storeWith([body], [person], [role]).reader, role.id);
  expect(deciders.map((each) => each.as)).toEqual(['above', 'posts']);
});

test('in an operator that came with the request nobody is named', () => {
  const [body, person] = [aBody({ status: 'pending' }), aPerson()];
  const role = aRole(body, person);
  const { deciders } = roleDetail(storeWith([body], [person], [role]).reader, role.id);
  expect(deciders.map((each) => each.as)).toEqual(['above']);
});

test('rule 4: the other types that the person holds are told, also one whose approval waits', () => {
  const [body, person] = [aBody(), aPerson()];
  const other = aRole(authority, person, { function: 'CCA' });
  const role = aRole(body, person);
  const store = storeWith([body], [person], [role, other]);
  expect(roleDetail(store.reader, role.id).otherTypesHeld).toEqual([]);
  decideOn(store, other.id, { action: 'approve' });
  expect(roleDetail(store.reader, role.id).otherTypesHeld).toEqual(['authority']);
});

test('the countries that a person asks for in one control body stand together', () => {
  const body = aBody({ type: 'control_body', name: 'Certifier' });
  const [person, another] = [aPerson(), aPerson()];
  const certifying = { function: 'certifier' };
  const [be, nl, valid, foreign, hers] = [
    aRole(body, person, { ...certifying, country: 'NL' }),
    aRole(body, person, { ...certifying, country: 'BE' }),
    aRole(body, person, { ...certifying, country: 'FR', status: 'valid' }),
    aRole(body, person, { ...certifying, country: 'DE', responsibleId: crypto.randomUUID() }),
    aRole(body, another, { ...certifying, country: 'IT' }),
  ];
  const store = storeWith([body], [person, another], [be, nl, valid, foreign, hers]);
  const { countriesAsked } = roleDetail(store.reader, be.id);
  expect(countriesAsked).toMatchObject([
    { country: 'BE' },
    { country: 'DE', objection: 'out_of_scope' },
    { country: 'NL', roleId: be.id, revision: 1 },
  ]);
  expect(roleDetail(store.reader, valid.id).countriesAsked).toEqual([]);
});

test('administration is granted to those who lack it and revoked from those who have it', () => {
  const furtherOf = (given: Parameters<typeof storeWithOne>[0]) => {
    const { store, role } = storeWithOne(given);
    return roleDetail(store.reader, role.id).further;
  };
  expect(furtherOf({ status: 'valid' })).toEqual(['grant_admin']);
  expect(furtherOf({ status: 'valid', isAdmin: true })).toEqual(['revoke_admin']);
  expect(furtherOf({})).toEqual(['reassign']);
  expect(furtherOf({ status: 'suspended' })).toEqual([]);
  expect(furtherOf({ responsibleId: crypto.randomUUID() })).toEqual([]);
});

test('a grant that waits shows at once, and can be taken back but not taken twice', () => {
  const { store, role } = storeWithOne({ status: 'valid' });
  decideOn(store, role.id, { action: 'grant_admin' });
  expect(roleDetail(store.reader, role.id)).toMatchObject({ isAdministrator: true, further: [] });
});
