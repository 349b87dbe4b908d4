import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { knownRole } from '../../../db/judge.ts';
import { openStore } from '../../../db/open.ts';
import { outbox } from '../../../db/schema.ts';
import { sealOf } from '../../../db/seal.ts';
import type { Store } from '../../../db/store.ts';
import { decisionsLimit } from '../../../shared/wire/decisions.ts';
import { decideOffLine, type Taken } from './decidingOffLine.ts';
import { aDesk, aSyncedDesk } from './desks.ts';
import { aWatchedRegistry, type WatchedRegistry } from './watchedRegistry.ts';

/** Off line, a desk of the Belgian authority takes decisions; `spoil` then makes some that cannot be recorded. */
async function decidedOffLine(
  requests: number,
  count: number,
  spoil: (registry: WatchedRegistry, store: Store, taken: Taken[]) => Promise<void>,
) {
  const registry = await aWatchedRegistry(requests);
  const { person } = await (await registry.administrator('CCA', 'BE')).me();
  const { username } = person;
  const synced = await aSyncedDesk({ registry, username });
  await synced.close();
  const store = openStore(synced.file, { environment: 'training' });
  const taken = decideOffLine(store, count, { at: new Date(Date.now() - 3_600_000) });
  await spoil(registry, store, taken);
  store.close();
  registry.batches.length = 0;
  const desk = await aDesk({ registry, username, file: synced.file });
  await desk.untilSynced();
  return { registry, desk, taken };
}

/** How often the audit log names each of these decisions. */
async function timesRecorded({ storage }: WatchedRegistry, taken: Taken[]): Promise<number[]> {
  return storage.read(async (reader) => {
    const times: number[] = [];
    for (const { roleId, action, decidedAt } of taken) {
      const history = await reader.history(roleId);
      const named = history.filter(
        (line) => line.action === action && line.decidedAt === decidedAt,
      );
      times.push(named.length);
    }
    return times;
  });
}

/** All but the bad ones have arrived, each once and in their order; the bad ones are shown, and block nothing. */
async function expectOthersArrive(
  { registry, desk, taken }: Awaited<ReturnType<typeof decidedOffLine>>,
  bad: { at: number; code: string }[],
): Promise<void> {
  const badIds = new Map(bad.map(({ at, code }) => [taken[at]!.id, code]));
  const good = taken.filter(({ id }) => !badIds.has(id));
  expect(new Set(await timesRecorded(registry, good))).toEqual(new Set([1]));
  const came = registry.batches.flat().filter((id) => !badIds.has(id));
  expect(came).toEqual(good.map(({ id }) => id));
  const { entries } = await desk.call('outbox:list', undefined);
  expect(entries).toMatchObject(
    bad.map(({ at, code }) => {
      const { id, personName, bodyName } = taken[at]!;
      return { id, personName, bodyName, code, state: 'refused' };
    }),
  );
  const state = await desk.call('desk:state', undefined);
  expect(state).toMatchObject({
    waiting: 0,
    unresolved: bad.length,
    connection: { state: 'online' },
  });

  // What is decided later goes its way, also on a role that was decided on just now.
  const { roleId } = good.find(({ action }) => action === 'approve')!;
  const { role } = await desk.call('roles:detail', { roleId });
  const later = await desk.call('decisions:decide', {
    ...{ action: 'suspend', reason: 'inactive' },
    roles: [{ roleId, revision: role.revision }],
  });
  expect(later.outcomes).toEqual([{ roleId, outcome: 'accepted' }]);
  await desk.untilSynced();
  const stands = await registry.storage.read((reader) => reader.role(roleId));
  expect(stands).toMatchObject({ status: 'suspended', revision: role.revision + 1 });

  for (const { id } of entries) {
    await desk.call('outbox:settle', { decisionId: id, keep: 'theirs' });
  }
  expect((await desk.call('outbox:list', undefined)).entries).toEqual([]);
}

/** Meanwhile the person of a request has got a role of another type (rule 4). */
async function breakRule(registry: WatchedRegistry, store: Store, { roleId }: Taken) {
  const known = knownRole(store.reader, roleId);
  if (known?.role.type !== 'operator') throw new Error('not a request for an operator');
  const { id } = await registry.authority('BE', 'BEANR1');
  const [other] = await (await registry.as(known.person.username)).file({ bodyId: id });
  const central = await registry.administrator('CCA', 'BE');
  expect((await central.decide(other!, 'approve')).outcome).toBe('applied');
}

/** A text that a desk of today would not take. */
function writeNul(store: Store, { id }: Taken): void {
  store.write((writer) => {
    const ours = eq(outbox.id, id);
    const row = writer.select().from(outbox).where(ours).get()!;
    const decision = { ...row.decision, message: 'a\0b' };
    writer
      .update(outbox)
      .set({ decision, seal: sealOf(decision) })
      .where(ours)
      .run();
  });
}

/** Meanwhile the role has been passed on to an authority that this desk does not see. */
async function passOn(registry: WatchedRegistry, { roleId }: Taken): Promise<void> {
  const first = await registry.authority('BE', 'FAVV-AFSCA');
  const second = { ...first, id: crypto.randomUUID(), code: undefined, name: 'Second' };
  await registry.storage.write((writer) => writer.addBody(second));
  const role = await registry.storage.read((reader) => reader.role(roleId));
  const central = await registry.administrator('CCA', 'BE');
  const { outcome } = await central.decide(role!, 'reassign', { target: second.id });
  expect(outcome).toBe('applied');
}

/** The first request from a place on that asks for a role in an operator. */
function operatorRequest(store: Store, taken: Taken[], from: number): number {
  const found = taken.findIndex(({ roleId, action }, at) => {
    const known = knownRole(store.reader, roleId);
    const isFree = known?.role.type === 'operator' && known.person.heldTypes.length === 0;
    return at >= from && action === 'approve' && isFree;
  });
  if (found < 0) throw new Error('no request for an operator');
  return found;
}

test('of 100 decisions one that the rules refuse is shown, and 99 arrive', async () => {
  let at = 0;
  const decided = await decidedOffLine(400, 100, async (registry, store, taken) => {
    at = operatorRequest(store, taken, 37);
    await breakRule(registry, store, taken[at]!);
  });
  await expectOthersArrive(decided, [{ at, code: 'other_type_held' }]);
});

test('of 100 decisions one that the registry cannot read is shown, and 99 arrive', async () => {
  const decided = await decidedOffLine(400, 100, async (_, store, taken) => {
    writeNul(store, taken[61]!);
  });
  await expectOthersArrive(decided, [{ at: 61, code: 'invalid_request' }]);
});

test('of 100 decisions one whose role is gone is shown, and 99 arrive', async () => {
  let at = 0;
  const decided = await decidedOffLine(400, 100, async (registry, store, taken) => {
    at = operatorRequest(store, taken, 12);
    await passOn(registry, taken[at]!);
  });
  const { roleId } = decided.taken[at]!;
  await expectOthersArrive(decided, [{ at, code: 'out_of_scope' }]);
  expect(await decided.desk.answer('roles:detail', { roleId })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('of 600 decisions one bad one in each batch is shown, and 598 arrive', async () => {
  const bad: { at: number; code: string }[] = [];
  const decided = await decidedOffLine(2400, 600, async (registry, store, taken) => {
    const at = operatorRequest(store, taken, 100);
    await breakRule(registry, store, taken[at]!);
    bad.push({ at, code: 'other_type_held' });
    const inOtherBatch = at < decisionsLimit ? decisionsLimit + 20 : 20;
    writeNul(store, taken[inOtherBatch]!);
    bad.push({ at: inOtherBatch, code: 'invalid_request' });
  });
  await expectOthersArrive(
    decided,
    bad.toSorted((one, other) => one.at - other.at),
  );
});
