import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStorage } from '../../registry/storage/open.ts';
import { seededDatabase } from '../fixtures/databases.ts';
import { decision, type RegistryClient } from '../fixtures/registryClient.ts';
import { startTestRegistry } from '../integration/registry/testRegistry.ts';
import { backUp, restore } from './backup.ts';
import { requestedBy } from './servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'roledesk-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'registry.dump');

const expectAfresh = async (client: RegistryClient, cursor: string) => {
  const problem = await client.refusal('GET', `/v1/changes?cursor=${cursor}`);
  expect(problem).toMatchObject({ status: 410, code: 'cursor_expired' });
};

test('who knew a database before it was restored starts afresh, also where its numbers have been given anew', async () => {
  const registry = await startTestRegistry({ requests: 60 });
  const central = await registry.administrator('CCA', 'BE');
  const [before, lost, other] = await requestedBy(central);
  await central.decide(before!, 'reject');
  const known = (await central.me()).database;
  const early = await central.pull();
  await backUp(registry.address, file);
  const made = decision(lost!, 'reject');
  const [first] = await central.decideAll([made]);
  const late = await central.pull();

  await registry.app.close();
  await registry.storage.close();
  await restore(registry.address, file);
  const restored = await startTestRegistry({ from: registry.address });
  const again = await restored.administrator('CCA', 'BE');
  expect((await again.me()).database).not.toBe(known);
  for (let count = 0; count < 5; count += 1) {
    await (await restored.newcomer()).file({
      bodyId: (await restored.authority('BE', 'BEANR1')).id,
    });
  }
  for (const { cursor } of [early, late]) await expectAfresh(again, cursor);

  const roles = await again.roles();
  expect(roles.get(before!.id)).toMatchObject({ status: 'rejected' });
  expect(roles.get(lost!.id)).toMatchObject({ status: 'requested', revision: lost!.revision });
  expect(roles.get(other!.id)).toEqual(other);
  // Under its id it is done once more, and once only.
  const [second] = await again.decideAll([made]);
  expect(second).toMatchObject({ outcome: 'applied', role: { revision: first!.role!.revision } });
  expect(await again.decideAll([made])).toEqual([second]);
  await restored.stop();
});

test('a registry that runs on while its database is restored notices', async () => {
  const database = await seededDatabase(60);
  const registry = await startTestRegistry({ from: database.address });
  const central = await registry.administrator('CCA', 'BE');
  await backUp(registry.address, file);
  const { cursor } = await central.pull();
  const { database: known } = await central.me();
  await restore(registry.address, file);
  await expect.poll(async () => (await central.me()).database).not.toBe(known);
  await expectAfresh(central, cursor);
  expect((await central.roles()).size).toBeGreaterThan(20);
  await registry.stop();
});

test('as long as nothing is restored a database stays the same, over restarts and in all registries', async () => {
  const { address } = await seededDatabase(60);
  const identities = new Set<string>();
  for (let start = 0; start < 2; start += 1) {
    const both = [await openStorage(address, 'training'), await openStorage(address, 'training')];
    for (const storage of both) {
      identities.add((await storage.read((reader) => reader.identity())).feedId);
    }
    for (const storage of both) await storage.close();
  }
  expect(identities.size).toBe(1);
});
