import { expect } from 'vitest';
import { withClient } from '../fixtures/databases.ts';
import { addressIn, type PostgresServer } from '../fixtures/postgres.ts';
import { RegistryClient } from '../fixtures/registryClient.ts';
import { type ChildRegistry, spawnRegistry } from '../integration/registry/childRegistry.ts';

/** A database on a server of the test's own. */
export async function databaseOn(server: PostgresServer, name: string): Promise<string> {
  const admin = addressIn(server.folder, 'postgres');
  await withClient(admin, (client) => client.query(`CREATE DATABASE ${name}`));
  return addressIn(server.folder, name);
}

/** A registry in a process of its own, with its URL. */
export async function registryOn(
  address: string,
  ...flags: string[]
): Promise<ChildRegistry & { at: string }> {
  const child = spawnRegistry('--db', address, '--dev', ...flags);
  return { ...child, at: await child.url };
}

/** The first administrator of a body of this kind in a country. */
export async function administratorAt(
  url: string,
  kind: string,
  country?: string,
): Promise<RegistryClient> {
  const people = await new RegistryClient(url).people();
  const found = people.find(({ administers }) =>
    administers.some((each) => each.kind === kind && (!country || each.country === country)),
  );
  return RegistryClient.signIn(url, found!.username);
}

/** The roles that wait for a decision. */
export async function requestedBy(client: RegistryClient) {
  return [...(await client.roles()).values()].filter(({ status }) => status === 'requested');
}

/** Waits until a registry answers its calls again. */
export async function expectBack(client: RegistryClient): Promise<void> {
  await expect.poll(async () => (await client.send('GET', '/v1/me')).status).toBe(200);
}
