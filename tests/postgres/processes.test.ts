import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededDatabase, type TestDatabase, withClient } from '../fixtures/databases.ts';
import { listen } from '../fixtures/eventStream.ts';
import { decision, type RegistryClient } from '../fixtures/registryClient.ts';
import type { ChildRegistry } from '../integration/registry/childRegistry.ts';
import { administratorAt, registryOn, requestedBy } from './servers.ts';

let database: TestDatabase;
let registries: (ChildRegistry & { at: string })[];
/** The desk of Belgium's central authority at each of the two registries. */
let desks: [RegistryClient, RegistryClient];
beforeAll(async () => {
  database = await seededDatabase(100);
  registries = await Promise.all([registryOn(database.address), registryOn(database.address)]);
  const [one, other] = registries.map(({ at }) => administratorAt(at, 'CCA', 'BE'));
  desks = [await one!, await other!];
});
afterAll(async () => {
  for (const { process } of registries) process.kill();
  for (const { ended } of registries) expect((await ended).code).toBe(0);
  await database.drop();
});

test('what is decided at one registry is there at the other, and its desks hear of it', async () => {
  const [one, other] = desks;
  const { cursor } = await other.pull();
  const [role] = await requestedBy(one);
  const stream = await listen(other);
  const { role: decided } = await one.decide(role!, 'reject');
  expect(await stream.next()).toBe('changed');
  const { changes } = await other.pull(cursor);
  expect(changes.find(({ id }) => id === role!.id)).toMatchObject({ role: decided });
  stream.leave();
});

test('a decision that is repeated at the other registry is applied once', async () => {
  const [one, other] = desks;
  const [role] = await requestedBy(one);
  const made = decision(role!, 'approve');
  const answers = await Promise.all([one, other, one, other].map((desk) => desk.decideAll([made])));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await other.history(role!.id)).length).toBe(2);
});

test('a cursor of one registry is good at the other', async () => {
  const [one, other] = desks;
  const { cursor } = await one.pull();
  expect(await other.page({ cursor })).toMatchObject({ changes: [], remaining: 0 });
});

test('what happens while a registry does not hear the others is told when it does again', async () => {
  const [one, other] = desks;
  const [role] = await requestedBy(one);
  const stream = await listen(other);
  await withClient(database.address, async (client) => {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE '%listening'`,
    );
    expect(rowCount).toBe(2);
  });
  const { outcome } = await one.decide(role!, 'reject');
  expect(outcome).toBe('applied');
  expect(await stream.next()).toBe('changed');
  stream.leave();
});
