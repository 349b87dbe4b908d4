import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readDesk } from '../../db/desk.ts';
import { openStore } from '../../db/open.ts';
import { httpRegistry } from '../../sync/httpRegistry.ts';
import { HeldClock } from '../../sync/registry.fixture.ts';
import { Sync } from '../../sync/sync.ts';
import { fileOf } from '../fixtures/databases.ts';
import { type FaultyProxy, startFaultyProxy } from '../fixtures/faultyProxy.ts';
import { RegistryClient } from '../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from '../integration/registry/testRegistry.ts';
import { fileRequests } from './asking.ts';
import { cast, type Member, members, type Post } from './cast.ts';
import { newFolder } from './folder.ts';
import { SharedRegistry } from './sharedRegistry.ts';

/** What every history begins with. */
export interface Base {
  /** The registry's database. */
  database: string;
  usernames: Record<Member, string>;
  /** A store of each person's, synced. */
  stores: Record<Member, string>;
  /** Somebody who decides on authorities' roles, and those who ask for roles. */
  commission: string;
  requesters: string[];
  bodies: Record<Member, string>;
  commissionBody: string;
  registry: SharedRegistry;
  /** One for each desk. */
  proxies: FaultyProxy[];
  stop(): Promise<void>;
}

const deskCount = 3;
const commissionPost: Post = ['COMMISSION', 'European Commission, DG SANTE', 0];

/** What the database holds that histories choose among. */
type Seeded = Omit<Base, 'database' | 'registry' | 'proxies' | 'stop'>;

/** Makes it once: a registry with a few dozen roles in Belgium, and stores that have pulled them. */
export async function makeBase(): Promise<Base> {
  const folder = newFolder();
  const database = join(folder, 'registry.sqlite');
  const seeding = await startTestRegistry();
  const seeded = await seed(seeding, folder);
  await seeding.app.close();
  await seeding.storage.close();
  copyFileSync(fileOf(seeding.address), database);
  await seeding.stop();
  const registry = new SharedRegistry();
  await registry.begin(database);
  const proxies = await Promise.all(
    Array.from({ length: deskCount }, () => startFaultyProxy(registry.url)),
  );
  return {
    ...{ ...seeded, database, registry, proxies },
    stop: async () => {
      await Promise.all(proxies.map((proxy) => proxy.stop()));
      await registry.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function seed(registry: TestRegistry, folder: string): Promise<Seeded> {
  const people = await new RegistryClient(registry.url).people();
  const administering = ([kind, name, which]: Post) => {
    const found = people.flatMap(({ username, administers }) =>
      administers
        .filter((scope) => scope.kind === kind && scope.name === name)
        .map(({ bodyId }) => ({ username, bodyId })),
    );
    return found[which]!;
  };
  const usernames = byMember((member) => administering(cast[member]).username);
  const bodies = byMember((member) => administering(cast[member]).bodyId);
  const requesters = await fileRequests(registry, bodies);
  const stores = byMember((member) => join(folder, `${member}.sqlite`));
  for (const member of members)
    await syncOnce(stores[member], await registry.as(usernames[member]));
  const commission = administering(commissionPost);
  return {
    ...{ usernames, bodies, requesters, stores },
    ...{ commission: commission.username, commissionBody: commission.bodyId },
  };
}

function byMember(of: (member: Member) => string): Record<Member, string> {
  const found = Object.fromEntries(members.map((member) => [member, of(member)]));
  return found as Record<Member, string>;
}

/** A synced store of whoever this is. */
async function syncOnce(file: string, { url, token }: RegistryClient): Promise<void> {
  const store = openStore(file, { environment: 'training' });
  const ending = new AbortController();
  const registry = httpRegistry({ url, token: () => token, fetch, signal: ending.signal });
  const nothing = () => {};
  const sync = new Sync({
    ...{ store, registry, clock: new HeldClock(), random: () => 0 },
    ...{ onChanged: nothing, onNotice: nothing, onTokenWanted: nothing },
  });
  void sync.start();
  while (readDesk(store.reader).lastSyncAt === null) await sleep(1);
  await sync.stop();
  ending.abort();
  store.close();
}
