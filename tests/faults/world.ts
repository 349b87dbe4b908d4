import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../shared/domain/role.ts';
import { decisionsLimit } from '../../shared/wire/decisions.ts';
import { colleaguesAt, type TestRegistry } from '../fixtures/registry.ts';
import { decision, RegistryClient } from '../fixtures/registryClient.ts';
import { aRegistry } from '../integration/desk/desks.ts';
import { Reference } from './reference.ts';

/** Makes a first pull of several pages, and more decisions at once than one push takes. */
const requests = 1300;
const daySeconds = 24 * 60 * 60;

/** A registry, one who decides there at a desk, and what is decided on. */
export interface World {
  registry: TestRegistry;
  username: string;
  reference: Reference;
  /** Roles that can be suspended and reactivated, over and over. */
  roleIds: ReadonlySet<string>;
}

/** A registry that ends with the test, and asks nobody to wait: a desk that is killed all the time calls often. */
export async function aWorld(random: string): Promise<World> {
  const registry = await aRegistry({ seed: requests, random, callsPerMinute: 0 });
  const [username, other] = await colleaguesAt(registry);
  const colleague = await RegistryClient.signIn(registry.url, other, daySeconds);
  await approveAll(colleague);
  const roles = [...(await colleague.roles()).values()];
  // Reactivating what the system suspended brings back other roles too (rule 11).
  const bySystem = new Set(
    roles.flatMap(({ suspension, personId }) => (suspension?.cause === 'system' ? personId : [])),
  );
  const isDecidable = ({ type, status, personId }: Role) =>
    type === 'operator' &&
    (status === 'valid' || status === 'suspended') &&
    !bySystem.has(personId);
  const roleIds = new Set(roles.filter(isDecidable).map(({ id }) => id));
  if (roleIds.size <= decisionsLimit) throw new Error(`only ${roleIds.size} roles to decide on`);
  const reference = new Reference(registry, colleague);
  await reference.catchUp();
  return { registry, username, reference, roleIds };
}

async function approveAll(colleague: RegistryClient): Promise<void> {
  const requested = [...(await colleague.roles()).values()].filter(
    ({ type, status }) => type === 'operator' && status === 'requested',
  );
  for (let at = 0; at < requested.length; at += decisionsLimit) {
    const some = requested.slice(at, at + decisionsLimit);
    // Who holds a role of another type is refused: that request stays one (rule 4).
    await colleague.decideAll(some.map((role) => decision(role, 'approve')));
  }
}

/** A place where no store is yet. */
export async function newStoreFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'roledesk-store-')), 'store.sqlite');
}
