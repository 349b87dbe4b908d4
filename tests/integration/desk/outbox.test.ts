import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { takeIn } from '../../../db/changes.ts';
import { readDesk } from '../../../db/desk.ts';
import { openStore } from '../../../db/open.ts';
import { outbox } from '../../../db/schema.ts';
import { sealOf } from '../../../db/seal.ts';
import type { Store, Writer } from '../../../db/store.ts';
import { messageLimit } from '../../../shared/wire/decisions.ts';
import { colleaguesAt, decideElsewhere, type TestRegistry } from '../../fixtures/registry.ts';
import type { TestService } from '../../fixtures/service.ts';
import { aDesk, approvable, approve, aRegistry, aSyncedDesk, recordedOn, rowsOf } from './desks.ts';

const longMs = 3_600_000;
const dayMs = 24 * 60 * 60_000;

async function deskAt(given: { holdMs?: number; seed?: number } = {}) {
  const { seed = 60, ...options } = given;
  const registry = await aRegistry({ seed });
  const [username, colleague] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username, ...options });
  return { registry, username, colleague, desk };
}

async function offline(registry: TestRegistry, desk: TestService): Promise<void> {
  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
}

async function online(registry: TestRegistry, desk: TestService): Promise<void> {
  await registry.restart();
  await desk.call('desk:sync', undefined);
  await desk.untilSynced();
}

const entriesOf = async (desk: TestService) => (await desk.call('outbox:list', undefined)).entries;

/** Does something to the store of a desk that is closed. */
function withStore(file: string, work: (store: Store) => void): void {
  const store = openStore(file, { environment: 'training' });
  work(store);
  store.close();
}

test('600 decisions that were taken off line arrive once each, in their order', async () => {
  const { registry, username, desk } = await deskAt({ seed: 1400 });
  const rows = [...(await rowsOf(desk)), ...(await rowsOf(desk, { offset: 500 }))].slice(0, 600);
  await offline(registry, desk);
  const roles = rows.map(({ id, revision }) => ({ roleId: id, revision }));
  const reject = { action: 'reject', reason: 'other' } as const;
  const { outcomes } = await desk.call('decisions:decide', { ...reject, roles });
  const taken = outcomes.filter(({ outcome }) => outcome === 'accepted');
  expect(taken.length).toBeGreaterThan(500);
  expect((await entriesOf(desk)).map(({ roleId }) => roleId)).toEqual(
    taken.map(({ roleId }) => roleId),
  );
  await online(registry, desk);
  const { entries, recorded } = await desk.call('outbox:list', undefined);
  expect(entries).toEqual([]);
  expect(recorded).toHaveLength(100);
  const client = await registry.as(username);
  const decided = [...(await client.roles()).values()].flatMap(({ id, status, lastDecision }) =>
    status === 'rejected' && lastDecision ? [{ id, lastDecision }] : [],
  );
  const recordedAt = new Map(decided.map(({ id, lastDecision }) => [id, lastDecision.recordedAt]));
  const moments = taken.map(({ roleId }) => recordedAt.get(roleId));
  expect(moments).not.toContain(undefined);
  expect(moments).toEqual([...moments].sort());
  for (const { roleId } of [taken[0]!, taken.at(-1)!]) {
    expect(await recordedOn(registry, username, roleId)).toEqual(['reject']);
  }
});

test('what was taken back or replaced off line never arrives; what is on record is too late', async () => {
  const { registry, username, desk } = await deskAt();
  const rows = await approvable(desk, 4);
  await offline(registry, desk);
  const batchId = await approve(desk, rows);
  const [, second, , fourth] = await entriesOf(desk);
  const replacing = [{ roleId: fourth!.roleId, revision: fourth!.baseRevision }];
  await desk.call('decisions:decide', { action: 'reject', reason: 'other', roles: replacing });
  expect(await desk.call('outbox:undo', { decisionId: second!.id })).toEqual({
    undone: 1,
    tooLate: 0,
  });
  await online(registry, desk);
  const arrived = await Promise.all(rows.map(({ id }) => recordedOn(registry, username, id)));
  expect(arrived).toEqual([['approve'], [], ['approve'], ['reject']]);
  expect(await desk.call('outbox:undo', { batchId })).toEqual({ undone: 0, tooLate: 2 });
  const { recorded } = await desk.call('outbox:list', undefined);
  const lines = await (await registry.as(username)).history(rows[0]!.id);
  const line = lines.find(({ action }) => action === 'approve');
  const entry = recorded.find(({ roleId }) => roleId === rows[0]!.id);
  expect([entry?.decidedAt, entry?.recordedAt]).toEqual([line?.decidedAt, line?.recordedAt]);
});

test('over a restart a decision is held on, and can be taken back', async () => {
  const { registry, username, desk } = await deskAt({ holdMs: longMs });
  const [row] = await approvable(desk, 1);
  const batchId = await approve(desk, [row!]);
  const [before] = await entriesOf(desk);
  await desk.kill();
  const again = await aSyncedDeskWith(registry, username, desk.file);
  expect(await entriesOf(again)).toEqual([before]);
  expect(await again.call('outbox:undo', { batchId })).toEqual({ undone: 1, tooLate: 0 });
  expect(await recordedOn(registry, username, row!.id)).toEqual([]);
});

/** A desk on line with what it holds; it is not waited for what is held. */
async function aSyncedDeskWith(registry: TestRegistry, username: string, file: string) {
  const desk = await aDesk({ registry, username, file, holdMs: longMs });
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'online');
  return desk;
}

test('a clock that was set back by a day does not hold a decision for a day', async () => {
  const { registry, username, desk } = await deskAt({ holdMs: longMs });
  const [row] = await approvable(desk, 1);
  await approve(desk, [row!]);
  await desk.close();
  // What was taken before is then of tomorrow, and held for half a second from there.
  const at = Date.now() + dayMs;
  const since = new Date(at).toISOString();
  const heldUntil = new Date(at + 500).toISOString();
  withStore(desk.file, (store) =>
    store.write((writer) => writer.update(outbox).set({ since, heldUntil }).run()),
  );
  const again = await aDesk({ registry, username, file: desk.file, holdMs: longMs });
  expect(await entriesOf(again)).toMatchObject([{ state: 'held' }]);
  await again.untilSynced();
  expect(await recordedOn(registry, username, row!.id)).toEqual(['approve']);
});

test('a message that the registry could not keep is refused while it is typed', async () => {
  const { desk } = await deskAt();
  const [row] = await approvable(desk, 1);
  const roles = [{ roleId: row!.id, revision: row!.revision }];
  const reject = { action: 'reject', reason: 'other', roles } as const;
  for (const message of ['a\0b', '\ud800', 'x'.repeat(messageLimit + 1)]) {
    expect(await desk.answer('decisions:decide', { ...reject, message })).toEqual({
      ok: false,
      error: { code: 'invalid_input', path: 'message' },
    });
  }
  const message = 'Line one.\r\n\tLine two\u0007 \u{1f600}';
  await desk.call('decisions:decide', { ...reject, message });
  await desk.untilSynced();
  const { recorded, entries } = await desk.call('outbox:list', undefined);
  expect(entries).toEqual([]);
  expect(recorded).toMatchObject([{ message }]);
});

test('a conflict stays with both decisions when the role leaves the scope', async () => {
  const { registry, username, colleague, desk } = await deskAt();
  const [row] = await approvable(desk, 1);
  await offline(registry, desk);
  await approve(desk, [row!]);
  await decideElsewhere(registry, colleague, row!.id, 'reject');
  await online(registry, desk);
  const [entry] = await entriesOf(desk);
  expect(entry).toMatchObject({ state: 'conflict', currentStatus: 'rejected' });
  await desk.close();
  withStore(desk.file, (store) => {
    const gone = { kind: 'gone', of: 'role', id: row!.id } as const;
    const { cursor } = readDesk(store.reader);
    takeIn(store, { changes: [gone], cursor: cursor!, hasMore: false, remaining: 0 });
  });

  const again = await aSyncedDesk({ registry, username, file: desk.file });
  const [kept] = await entriesOf(again);
  const { personName, bodyName, current, decidedAt } = entry!;
  expect(kept).toMatchObject({ state: 'conflict', personName, bodyName, current, decidedAt });
  expect(kept).not.toHaveProperty('currentStatus');
  expect(kept).toMatchObject({ canDecideAnew: false });
  const { firstConflict, conflicts } = await again.call('outbox:summary', undefined);
  expect({ firstConflict, conflicts }).toEqual({ firstConflict: kept, conflicts: 1 });
  const anew = { decisionId: kept!.id, keep: 'mine', revision: 2 } as const;
  expect(await again.answer('outbox:settle', anew)).toMatchObject({
    error: { code: 'not_possible' },
  });
  await again.call('outbox:settle', { decisionId: kept!.id, keep: 'theirs' });
  expect(await entriesOf(again)).toEqual([]);
});

test('a decision on a role that is not there is refused, shown with what was typed, and blocks nothing', async () => {
  const { registry, username, desk } = await deskAt();
  const rows = await approvable(desk, 3);
  await offline(registry, desk);
  const roles = rows.map(({ id, revision }) => ({ roleId: id, revision }));
  const typed = { reason: 'other', message: 'Typed with care.' };
  await desk.call('decisions:decide', { action: 'reject', ...typed, roles });
  await desk.close();
  const unknown = randomUUID();
  withStore(desk.file, (store) =>
    store.write((writer) => moveDecision(writer, rows[1]!.id, unknown)),
  );
  await registry.restart();
  const again = await aSyncedDesk({ registry, username, file: desk.file });
  expect(await entriesOf(again)).toMatchObject([
    { roleId: unknown, state: 'refused', code: 'unknown_role', ...typed, canDecideAnew: false },
  ]);
  expect(await again.call('desk:state', undefined)).toMatchObject({ waiting: 0, unresolved: 1 });
  for (const { id } of [rows[0]!, rows[2]!]) {
    expect(await recordedOn(registry, username, id)).toEqual(['reject']);
  }
});

/** Lets a decision be on another role, as if it had been taken on that one. */
function moveDecision(writer: Writer, from: string, roleId: string): void {
  const row = writer.select().from(outbox).where(eq(outbox.roleId, from)).get();
  const decision = { ...row!.decision, roleId };
  const moved = { roleId, decision, seal: sealOf(decision) };
  writer.update(outbox).set(moved).where(eq(outbox.roleId, from)).run();
}
