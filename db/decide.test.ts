import { expect, test } from 'vitest';
import { CallRefused } from '../shared/desk/answers.ts';
import type { Decide } from '../shared/desk/outbox.ts';
import type { Role } from '../shared/domain/role.ts';
import { messageLimit } from '../shared/wire/decisions.ts';
import { checkSelection } from './check.ts';
import { decide } from './decide.ts';
import { readDesk, updateDesk } from './desk.ts';
import { roleDetail } from './detail.ts';
import { listOutbox } from './outbox.ts';
import { queueCounts } from './queues.ts';
import { nextToSend } from './sending.ts';
import type { Store } from './store.ts';
import {
  aBody,
  aPerson,
  aRole,
  authority,
  me,
  noon,
  pulled,
  storeWith,
  storeWithOne,
  told,
} from './world.fixture.ts';

const now = { at: new Date('2026-11-22T12:00:00.000Z'), holdMs: 0 };

function decideOn(store: Store, roles: Role[], given: Partial<Decide> = {}) {
  const seen = roles.map(({ id, revision }) => ({ roleId: id, revision }));
  return decide(store, { action: 'approve', roles: seen, ...given }, now).outcomes.map((each) =>
    each.outcome === 'accepted' ? 'accepted' : each.code,
  );
}

test('a decision is put into the outbox with the revision that was seen, and shows at once', () => {
  const { store, role } = storeWithOne();
  expect(decideOn(store, [role], { message: 'Welcome', admin: true })).toEqual(['accepted']);
  expect(queueCounts(store.reader)).toEqual({ requested: 0, valid: 1, suspended: 0, decided: 1 });
  expect(nextToSend(store, noon).decisions).toEqual([
    {
      id: expect.any(String),
      roleId: role.id,
      action: 'approve',
      baseRevision: 1,
      message: 'Welcome',
      admin: true,
      decidedAt: now.at.toISOString(),
      desk: readDesk(store.reader).deskId,
    },
  ]);
});

test('a decision and its effect are kept together or not at all', () => {
  const { store, role } = storeWithOne();
  const never: Store = {
    ...store,
    write: (work) =>
      store.write((writer) => {
        work(writer);
        throw new Error('the power is gone');
      }),
  };
  expect(() => decideOn(never, [role])).toThrow('the power is gone');
  expect(listOutbox(store.reader).entries).toEqual([]);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 1, decided: 0 });
});

test('a role that is no longer as it was seen is not decided on', () => {
  const { store, role } = storeWithOne();
  pulled(store, [told({ ...role, revision: 2 })]);
  expect(decideOn(store, [role])).toEqual(['changed']);
  expect(listOutbox(store.reader).entries).toEqual([]);
});

test('a role that is gone is not decided on', () => {
  const { store, role } = storeWithOne();
  pulled(store, [{ kind: 'gone', of: 'role', id: role.id }]);
  expect(decideOn(store, [role])).toEqual(['unknown_role']);
});

test.each([
  [{ action: 'suspend', reason: 'misuse' }, 'illegal_transition'],
  [{ action: 'reject' }, 'reason_required'],
  [{ action: 'reject', reason: 'misuse' }, 'reason_unknown'],
] as const)('the rules are asked before: %j is refused with %s', (given, code) => {
  const { store, role } = storeWithOne();
  expect(decideOn(store, [role], given)).toEqual([code]);
});

test('nobody decides on a role of their own, or out of their scope', () => {
  const body = aBody();
  const own = aRole(body, me.person);
  const foreign = aRole(body, aPerson(), { responsibleId: body.id });
  const store = storeWith([body], [me.person, aPerson({ id: foreign.personId })], [own, foreign]);
  expect(decideOn(store, [own, foreign])).toEqual(['own_role', 'out_of_scope']);
});

test('a second decision replaces the first, judged by the status at the registry', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  expect(decideOn(store, [role], { action: 'suspend', reason: 'misuse' })).toEqual([
    'illegal_transition',
  ]);
  expect(decideOn(store, [role], { action: 'reject', reason: 'other' })).toEqual(['accepted']);
  expect(listOutbox(store.reader).entries).toMatchObject([{ action: 'reject' }]);
  expect(queueCounts(store.reader)).toMatchObject({ requested: 0, valid: 0, decided: 1 });
});

test('a decision that is on its way cannot be replaced', () => {
  const { store, role } = storeWithOne();
  decideOn(store, [role]);
  nextToSend(store, noon);
  expect(decideOn(store, [role], { action: 'reject', reason: 'other' })).toEqual(['in_flight']);
  expect(roleDetail(store.reader, role.id).actions).toEqual([]);
});

test('approving two types of role for one person is refused, also within the outbox', () => {
  const person = aPerson();
  const [operator, authority] = [aBody(), aBody({ type: 'authority', kind: 'BCP' })];
  authority.parentId = me.scopes[0]!.bodyId;
  const roles = [aRole(operator, person), aRole(authority, person, { function: 'BCP' })];
  const together = storeWith([operator, authority], [person], roles);
  expect(
    checkSelection(
      together.reader,
      roles.map(({ id }) => id),
    ).actions,
  ).toEqual([
    { action: 'approve', possible: 1 },
    { action: 'reject', possible: 2 },
  ]);
  expect(decideOn(together, roles)).toEqual(['accepted', 'other_type_held']);
  const oneByOne = storeWith([operator, authority], [person], roles);
  expect(decideOn(oneByOne, [roles[1]!])).toEqual(['accepted']);
  expect(decideOn(oneByOne, [roles[0]!])).toEqual(['other_type_held']);
  expect(roleDetail(oneByOne.reader, roles[0]!.id).actions).toEqual([
    { action: 'approve', objection: 'other_type_held' },
    { action: 'reject' },
  ]);
});

test('two roles of one type are approved together', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = [aRole(body, person), aRole(body, person, { function: 'first_consignee' })];
  const store = storeWith([body], [person], roles);
  expect(decideOn(store, roles)).toEqual(['accepted', 'accepted']);
});

test('the first person of a body becomes its administrator, an approval that waits included', () => {
  const [body, first, second] = [aBody(), aPerson(), aPerson()];
  const roles = [aRole(body, first), aRole(body, second)];
  const store = storeWith([body], [first, second], roles);
  const willBe = () => roleDetail(store.reader, roles[1]!.id).willBeAdministrator;
  expect(willBe()).toBe(true);
  decideOn(store, [roles[0]!]);
  expect(willBe()).toBe(false);
});

test('the detail of a role holds everything that the desk knows of it', () => {
  const [responsible] = me.scopes;
  const controlBody = aBody({ type: 'control_body', name: 'Control' });
  const activity = {
    ...{ chapter: 'organic', section: 'organic_importer', activity: 'organic_importer' },
    ...({ status: 'valid', controlBodyId: controlBody.id } as const),
  };
  const [body, person] = [aBody({ activities: [activity] }), aPerson()];
  const roles = [aRole(body, person), aRole(body, person, { status: 'valid' })];
  const store = storeWith([body, controlBody], [person], roles);
  expect(roleDetail(store.reader, roles[0]!.id)).toEqual({
    role: roles[0],
    status: 'requested',
    person,
    body,
    responsible: expect.objectContaining({ id: responsible?.bodyId }),
    named: [controlBody],
    deciders: [
      {
        ...{ as: 'above', bodyId: authority.id, name: 'Authority', function: 'CCA' },
        ...{ people: [], more: 0 },
      },
      {
        ...{ as: 'above', bodyId: controlBody.id, name: 'Control', function: 'control_body' },
        ...{ people: [], more: 0 },
      },
      { as: 'within', bodyId: body.id, name: 'Operator', people: [], more: 0 },
    ],
    otherTypesHeld: [],
    further: ['reassign'],
    canClaim: true,
    isAdministrator: false,
    countriesAsked: [],
    advice: ['no_eori'],
    missing: ['reach', 'eori'],
    actions: [{ action: 'approve' }, { action: 'reject' }],
    willBeAdministrator: false,
    isLastAdministrator: false,
    otherRoles: [{ roleId: roles[1]!.id, bodyName: body.name, type: 'operator', status: 'valid' }],
    comeBack: [],
  });
});

test('the roles that the system suspended together are named on each of them', () => {
  const [body, person] = [aBody(), aPerson()];
  const suspension = { cause: 'system' as const, code: 'devices_reset', id: person.id };
  const given = { status: 'suspended' as const, suspension };
  const roles = [
    ...[aRole(body, person, given), aRole(body, person, given)],
    aRole(body, person, { ...given, suspension: { ...suspension, id: body.id } }),
    aRole(body, person, { status: 'valid' }),
  ];
  const store = storeWith([body], [person], roles);
  expect(roleDetail(store.reader, roles[0]!.id).comeBack).toEqual([
    { roleId: roles[1]!.id, bodyName: body.name },
  ]);
  expect(roleDetail(store.reader, roles[2]!.id).comeBack).toEqual([]);
});

test('rule 5: the last administrator of a body is told, as far as this desk sees', () => {
  const [body, first, second, third] = [aBody(), aPerson(), aPerson(), aPerson()];
  const administers = { status: 'valid' as const, isAdmin: true };
  const roles = [
    ...[aRole(body, first, administers), aRole(body, second, administers)],
    aRole(body, third, { status: 'valid' }),
  ];
  const store = storeWith([body], [first, second, third], roles);
  const isLast = (at: number) => roleDetail(store.reader, roles[at]!.id).isLastAdministrator;
  const bereaving = (...at: number[]) =>
    checkSelection(
      store.reader,
      at.map((each) => roles[each]!.id),
    ).roles.map(({ leavesNoAdministrator }) => leavesNoAdministrator);
  expect([isLast(0), isLast(1), isLast(2)]).toEqual([false, false, false]);
  expect(bereaving(0, 2)).toEqual([false, false]);
  // Each leaves the other, both together leave nobody.
  expect(bereaving(0, 1, 2)).toEqual([true, true, false]);
  decideOn(store, [roles[0]!], { action: 'suspend', reason: 'left_body' });
  expect([isLast(0), isLast(1), isLast(2)]).toEqual([false, true, false]);
  expect(bereaving(1)).toEqual([true]);
});

test('a selection of different statuses has no action, and roles that are gone are left out', () => {
  const [body, person] = [aBody(), aPerson()];
  const roles = [aRole(body, person), aRole(body, person, { status: 'valid' })];
  const store = storeWith([body], [person], roles);
  const ids = roles.map(({ id }) => id);
  expect(checkSelection(store.reader, ids)).toMatchObject({ actions: [], roles: [{}, {}] });
  expect(checkSelection(store.reader, [ids[1]!, me.person.id])).toEqual({
    actions: [{ action: 'suspend', possible: 1 }],
    roles: [
      {
        roleId: ids[1],
        personName: 'An Person',
        bodyName: 'Operator',
        function: 'organic_importer',
        advice: ['no_eori'],
        leavesNoAdministrator: false,
      },
    ],
    languages: [{ language: 'en', count: 1 }],
  });
});

test('nothing is decided until the desk knows its person', () => {
  const { store, role } = storeWithOne();
  store.write((writer) => updateDesk(writer, { me: null }));
  expect(() => decideOn(store, [role])).toThrow(new CallRefused('not_ready'));
});

test('a role that is named twice is decided on once', () => {
  const { store, role } = storeWithOne();
  expect(decideOn(store, [role, role])).toEqual(['accepted']);
});

test('each person is told in their own language, with the names of their own role', () => {
  const persons = ['fr', 'de-AT', 'nl'].map((language) => aPerson({ language }));
  const bodies = persons.map((_, at) => aBody({ name: `Body {{role}} ${at}` }));
  const roles = persons.map((person, at) => aRole(bodies[at]!, person));
  const store = storeWith(bodies, persons, roles);
  const message: Decide['message'] = {
    fallback: 'en',
    wordings: {
      en: { text: 'No {{role}} at {{body}}', roles: { organic_importer: 'importer' } },
      fr: { text: 'Pas de {{role}}', roles: { organic_importer: 'importateur' } },
      de: { text: '', roles: {} },
    },
  };
  const reject = { action: 'reject', reason: 'other', message } as const;
  expect(decideOn(store, roles, reject)).toEqual(['accepted', 'accepted', 'accepted']);
  const sent = nextToSend(store, noon).decisions;
  expect(sent.map(({ message: said }) => said).sort()).toEqual([
    'No importer at Body {{role}} 2',
    'Pas de importateur',
    undefined,
  ]);
});

test('a text that outgrows a decision once its places are filled is refused, and nothing is decided', () => {
  const { store, role } = storeWithOne();
  const text = `${'x'.repeat(messageLimit - 8)}{{body}}`;
  const message = { fallback: 'en', wordings: { en: { text, roles: {} } } };
  const given = { action: 'reject', reason: 'other', message } as const;
  expect(decideOn(store, [role], given)).toEqual(['accepted']);
  const long = { ...message, wordings: { en: { text: `${text}{{body}}`, roles: {} } } };
  expect(() => decideOn(store, [role], { ...given, message: long })).toThrow(CallRefused);
  expect(listOutbox(store.reader).entries[0]?.message).toHaveLength(messageLimit);
});

test('the pre-check counts the languages of the persons, the most frequent first', () => {
  const persons = ['nl', 'fr', 'de', 'fr'].map((language) => aPerson({ language }));
  const body = aBody();
  const roles = persons.map((person) => aRole(body, person));
  const { languages } = checkSelection(
    storeWith([body], persons, roles).reader,
    roles.map(({ id }) => id),
  );
  expect(languages).toEqual([
    { language: 'fr', count: 2 },
    { language: 'de', count: 1 },
    { language: 'nl', count: 1 },
  ]);
});
