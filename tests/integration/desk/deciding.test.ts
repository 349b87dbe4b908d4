import { expect, test } from 'vitest';
import type { RoleRow } from '../../../shared/desk/queues.ts';
import { statusSchema } from '../../../shared/domain/vocabulary.ts';
import { colleaguesAt } from '../../fixtures/registry.ts';
import {
  aDesk,
  approvable,
  approve,
  aRegistry,
  aSyncedDesk,
  newcomer,
  recordedOn,
  rowsOf,
} from './desks.ts';

test('the first pull brings every role of the scope, and the service answers meanwhile', async () => {
  const registry = await aRegistry({ seed: 700 });
  const [username] = await colleaguesAt(registry);
  const desk = await aDesk({ registry, username });
  const { firstPull } = await desk.until(
    'desk:state',
    undefined,
    (state) => state.firstPull !== undefined,
  );
  expect(firstPull?.remaining).toBeGreaterThan(0);
  await desk.untilSynced();
  const roles = [...(await (await registry.as(username)).roles()).values()];
  const counts = await desk.call('queues:counts', {});
  for (const status of statusSchema.extract(['requested', 'suspended', 'valid']).options) {
    expect(counts[status]).toBe(roles.filter((role) => role.status === status).length);
  }
  const { me } = await desk.call('desk:state', undefined);
  expect(me?.person.username).toBe(username);
});

test('a decision on line is recorded once, with both clocks and the desk', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const [row] = await approvable(desk, 1);
  await approve(desk, [row!]);
  await desk.untilSynced();
  expect(await desk.call('outbox:list', undefined)).toMatchObject({ entries: [] });
  const history = await (await registry.as(username)).history(row!.id);
  expect(history.filter(({ action }) => action === 'approve')).toMatchObject([
    { decidedAt: expect.any(String), recordedAt: expect.any(String), desk: expect.any(String) },
  ]);
  const detail = await desk.call('roles:detail', { roleId: row!.id });
  expect(detail).toMatchObject({ status: 'valid', role: { status: 'valid' } });
  expect(detail.unsent).toBeUndefined();
  expect(await desk.call('roles:history', { roleId: row!.id })).toEqual({
    complete: true,
    lines: history,
  });
});

test('off line decisions wait, and are recorded when the registry is back', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const rows = await approvable(desk, 3);
  await registry.kill();
  const { connection } = await desk.until(
    'desk:state',
    undefined,
    (state) => state.connection.state === 'offline',
  );
  expect(connection).toMatchObject({ cause: 'unreachable' });
  await approve(desk, rows);
  expect(await desk.call('desk:state', undefined)).toMatchObject({ waiting: 3, unresolved: 0 });
  const decided = await rowsOf(desk, { queue: 'decided' });
  expect(decided.filter(({ unsent }) => unsent === 'waiting')).toHaveLength(3);
  const history = await desk.call('roles:history', { roleId: rows[0]!.id });
  expect(history.complete).toBe(false);

  await registry.restart();
  await desk.call('desk:sync', undefined);
  await desk.untilSynced();
  for (const { id } of rows) expect(await recordedOn(registry, username, id)).toEqual(['approve']);
});

test('a registry that comes back is found without being asked for', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const rows = await approvable(desk, 1);
  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await approve(desk, rows);
  await registry.restart();
  await desk.untilSynced();
  expect(await recordedOn(registry, username, rows[0]!.id)).toEqual(['approve']);
});

test('a decision that meets a newer one is a conflict, and a person chooses', async () => {
  const registry = await aRegistry();
  const [username, colleague] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const [theirs, mine] = await approvable(desk, 2);
  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await approve(desk, [theirs!, mine!]);
  await desk.close();
  await registry.restart();
  const other = await registry.as(colleague);
  // The colleague rejects one of them; the other is only looked at and changed, and still waits.
  expect(await other.decide(theirs!, 'reject')).toMatchObject({ outcome: 'applied' });

  const again = await aSyncedDesk({ registry, username, file: desk.file });
  const { entries } = await again.call('outbox:list', undefined);
  expect(entries).toMatchObject([
    {
      roleId: theirs!.id,
      state: 'conflict',
      action: 'approve',
      current: { action: 'reject', reason: 'unknown_to_body' },
      currentStatus: 'rejected',
      canDecideAnew: false,
    },
  ]);
  expect(await again.call('desk:state', undefined)).toMatchObject({ waiting: 0, unresolved: 1 });
  expect(again.notices).toMatchObject([{ notice: 'conflict', roleId: theirs!.id, count: 1 }]);
  expect(await recordedOn(registry, username, mine!.id)).toEqual(['approve']);

  await again.call('outbox:settle', { decisionId: entries[0]!.id, keep: 'theirs' });
  expect(await again.call('outbox:list', undefined)).toMatchObject({ entries: [] });
  const { status } = await again.call('roles:detail', { roleId: theirs!.id });
  expect(status).toBe('rejected');
});

test('after a conflict the same can be decided anew on what stands', async () => {
  const registry = await aRegistry();
  const [username, colleague] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const [row] = await approvable(desk, 1);
  await approve(desk, [row!]);
  await desk.untilSynced();
  const suspend = { action: 'suspend', reason: 'inactive' } as const;
  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  const { role } = await desk.call('roles:detail', { roleId: row!.id });
  const roles = [{ roleId: role.id, revision: role.revision }];
  await desk.call('decisions:decide', { ...suspend, roles });
  await desk.close();
  await registry.restart();
  const other = await registry.as(colleague);
  // Another change than the desk's, after which the desk's is still possible.
  const action = role.isAdmin ? 'revoke_admin' : 'grant_admin';
  expect(await other.decide(role, action)).toMatchObject({ outcome: 'applied' });

  const again = await aSyncedDesk({ registry, username, file: desk.file });
  const { entries } = await again.call('outbox:list', undefined);
  expect(entries).toMatchObject([{ state: 'conflict', canDecideAnew: true }]);
  const { id: decisionId, currentRevision: revision } = entries[0]!;
  await again.call('outbox:settle', { decisionId, keep: 'mine', revision: revision! });
  await again.untilSynced();
  expect(await recordedOn(registry, username, role.id)).toEqual(['approve', action, 'suspend']);
});

test('a decision that the registry refuses is kept with its code, and the role is as it was', async () => {
  const registry = await aRegistry();
  const [username, colleague] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  const requested = await rowsOf(desk);
  const person = await registry.as(await newcomer(registry));
  const ask = async (row: RoleRow | undefined, given: object = {}) => {
    const { body } = await desk.call('roles:detail', { roleId: row!.id });
    const [role] = await person.file({ bodyId: body.id, ...given });
    return role;
  };
  const first = await ask(requested.find(({ type }) => type === 'authority'));
  // Without an EORI number nobody can ask to be an importer; a new operator takes no further requests.
  const operator = requested.find(
    (row) =>
      row.type === 'operator' &&
      row.function !== 'organic_importer' &&
      !row.advice.includes('new_operator'),
  );
  const second = await ask(operator, { function: operator?.function });
  const rows = await desk.until(
    'roles:page',
    {
      ...{ queue: 'requested', offset: 0, limit: 500 },
      ...{ filter: { text: '', countries: [], types: [] } },
      ...{ sort: { column: 'requested', direction: 'descending' } },
    },
    (page) => [first, second].every((role) => page.rows.some(({ id }) => id === role!.id)),
  );
  await registry.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await approve(
    desk,
    rows.rows.filter(({ id }) => id === second!.id),
  );
  await desk.close();
  await registry.restart();
  // Approved elsewhere in the meantime: the person now holds a role of another type (rule 4).
  await (await registry.as(colleague)).decide(first!, 'approve');

  const again = await aSyncedDesk({ registry, username, file: desk.file });
  expect((await again.call('outbox:list', undefined)).entries).toMatchObject([
    { roleId: second!.id, state: 'refused', code: 'other_type_held', canDecideAnew: false },
  ]);
  const detail = await again.call('roles:detail', { roleId: second!.id });
  expect(detail).toMatchObject({ status: 'requested', unsent: { state: 'refused' } });
});

test('a held decision can be taken back and never reaches the registry', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username, holdMs: 3_600_000 });
  const rows = await approvable(desk, 2);
  const batchId = await approve(desk, rows);
  const { entries, undoable } = await desk.call('outbox:list', undefined);
  expect(entries).toMatchObject([{ state: 'held' }, { state: 'held' }]);
  expect(undoable).toMatchObject({ batchId, action: 'approve', count: 2 });
  expect(await desk.call('outbox:undo', { batchId })).toEqual({ undone: 2, tooLate: 0 });
  expect(await desk.call('outbox:list', undefined)).toMatchObject({ entries: [] });
  for (const { id } of rows) expect(await recordedOn(registry, username, id)).toEqual([]);
});

test('a held decision is sent by itself when its time is over', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username, holdMs: 300 });
  const rows = await approvable(desk, 1);
  await approve(desk, rows);
  expect((await desk.call('outbox:list', undefined)).entries).toMatchObject([{ state: 'held' }]);
  await desk.untilSynced();
  expect(await recordedOn(registry, username, rows[0]!.id)).toEqual(['approve']);
});
