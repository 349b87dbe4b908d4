import { expect, test } from 'vitest';
import { dropClaim, keepClaim } from './claims.ts';
import { roleDetail } from './detail.ts';
import { rolePage } from './queues.ts';
import type { Store } from './store.ts';
import { firstPage, me, noon, pulled, storeWithOne, told } from './world.fixture.ts';

const until = '2026-11-22T12:15:00.000Z';
const mine = { personId: me.person.id, name: 'Desk Person', until };
const theirs = { personId: crypto.randomUUID(), name: 'A Colleague', until };

const claimOn = ({ reader }: Store) => rolePage(reader, firstPage(), noon).rows[0]?.claim;

test('a claim is on the line and in the detail as soon as the registry has answered', () => {
  const { store, role } = storeWithOne();
  keepClaim(store, { ...role, claim: mine });
  expect(claimOn(store)).toEqual(mine);
  expect(roleDetail(store.reader, role.id).role.claim).toEqual(mine);
});

test('the answer to a claim does not undo what a pull has brought meanwhile', () => {
  const { store, role } = storeWithOne();
  pulled(store, [told({ ...role, revision: 2, status: 'valid' })]);
  keepClaim(store, { ...role, claim: mine });
  expect(roleDetail(store.reader, role.id)).toMatchObject({ status: 'valid' });
});

test('one’s own claim is dropped, a colleague’s is not', () => {
  const { store, role } = storeWithOne({ claim: theirs });
  dropClaim(store, role.id);
  expect(claimOn(store)).toEqual(theirs);
  keepClaim(store, { ...role, claim: mine });
  dropClaim(store, role.id);
  expect(claimOn(store)).toBeUndefined();
});

test('who cannot decide on a role, or where nothing waits, cannot claim it', () => {
  const canClaim = (given: Parameters<typeof storeWithOne>[0]) => {
    const { store, role } = storeWithOne(given);
    return roleDetail(store.reader, role.id).canClaim;
  };
  expect(canClaim({})).toBe(true);
  expect(canClaim({ status: 'suspended' })).toBe(true);
  expect(canClaim({ status: 'valid' })).toBe(false);
  expect(canClaim({ responsibleId: crypto.randomUUID() })).toBe(false);
});
