import { expect, test } from 'vitest';
import type { Decide } from '../shared/desk/outbox.ts';
import type { Role } from '../shared/domain/role.ts';
import { decide, decideAnew } from './decide.ts';
import { listOutbox } from './outbox.ts';
import { latestRecorded } from './recorded.ts';
import { keepResults, nextToSend } from './sending.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, authority, noon, storeWith } from './world.fixture.ts';

const importing = { chapter: 'organic', section: 'organic_importer', activity: 'organic_importer' };
const local = aBody({ type: 'authority', kind: 'LAU', name: 'Unit', parentId: authority.id });
const post = aBody({ type: 'authority', kind: 'BCP', name: 'Post', parentId: authority.id });
const existing = aBody({ name: 'Operator the elder' });
const person = aPerson();

function world() {
  const body = aBody({ status: 'pending', activities: [{ ...importing, status: 'pending' }] });
  const role = aRole(body, person);
  return { role, store: storeWith([body, local, post, existing], [person], [role]) };
}

function decideOn(store: Store, { id, revision }: Role, given: Omit<Decide, 'roles'>) {
  const roles = [{ roleId: id, revision }];
  const [outcome] = decide(store, { ...given, roles }, { at: noon, holdMs: 0 }).outcomes;
  return outcome?.outcome === 'refused' ? outcome.code : outcome?.outcome;
}

const to = ({ id, name }: { id: string; name: string }) => ({ bodyId: id, name });

test('a request is passed on: the target is sent, and its name stays when the role has gone', () => {
  const { role, store } = world();
  expect(decideOn(store, role, { action: 'reassign', target: to(local) })).toBe('accepted');
  expect(listOutbox(store.reader).entries).toMatchObject([
    { action: 'reassign', targetName: 'Unit', state: 'waiting' },
  ]);
  const { decisions } = nextToSend(store, noon);
  expect(decisions).toMatchObject([{ action: 'reassign', target: local.id }]);
  const applied = { id: decisions[0]!.id, outcome: 'applied' as const, role: null };
  keepResults(store, [applied], noon);
  expect(latestRecorded(store.reader)).toMatchObject([{ action: 'reassign', targetName: 'Unit' }]);
});

test.each([
  ['without a target', { action: 'reassign' }],
  ['to an authority that cannot be responsible', { action: 'reassign', target: to(post) }],
  ['to the one that is responsible already', { action: 'reassign', target: to(authority) }],
  ['to an operator', { action: 'reassign', target: to(existing) }],
] as const)('a request is not passed on %s', (_, given) => {
  const { role, store } = world();
  expect(decideOn(store, role, given)).toBe('target_invalid');
});

test('an authority that this desk does not have is for the registry to judge', () => {
  const { role, store } = world();
  const target = { bodyId: crypto.randomUUID(), name: 'Elsewhere' };
  expect(decideOn(store, role, { action: 'reassign', target })).toBe('accepted');
});

test('a pending operator’s role is attached to an existing one, and to nothing else', () => {
  const { role, store } = world();
  const approve = (target: Decide['target']) =>
    decideOn(store, role, { action: 'approve', target });
  expect(approve(to(post))).toBe('target_invalid');
  expect(approve(to(existing))).toBe('accepted');
  expect(nextToSend(store, noon).decisions).toMatchObject([{ target: existing.id }]);
});

test('no other decision has a target', () => {
  const { role, store } = world();
  const given = { action: 'reject', reason: 'other', target: to(existing) } as const;
  expect(decideOn(store, role, given)).toBe('target_invalid');
});

test('what is decided anew goes to the same target', () => {
  const { role, store } = world();
  decideOn(store, role, { action: 'reassign', target: to(local) });
  const [sent] = nextToSend(store, noon).decisions;
  const refused = { id: sent!.id, outcome: 'refused' as const, code: 'target_invalid', role: null };
  keepResults(store, [refused], noon);
  decideAnew(store, { decisionId: sent!.id, revision: role.revision }, { at: noon, holdMs: 0 });
  const { entries } = listOutbox(store.reader);
  expect(entries).toMatchObject([{ state: 'waiting', targetName: 'Unit' }]);
  expect(nextToSend(store, noon).decisions).toMatchObject([{ target: local.id }]);
});
