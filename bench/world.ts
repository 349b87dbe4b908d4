import { constants } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastPersonOf, personOf, storeFile } from '../electron/session/lastPerson.ts';
import { startRegistry, type TestRegistry } from '../tests/fixtures/registry.ts';
import { startService } from '../tests/fixtures/service.ts';

const environment = 'training';

/** A registry with so many roles, and the profile of a person of the Commission who has synced all of them. */
export interface World {
  registry: TestRegistry;
  username: string;
  home: string;
}

/**
 * Opens a copy of the data in `kept`, which are made first unless they are there: a registry seeded with the number of
 * role requests, and a store that a real first pull has filled from it.
 * @param folder where the copy goes
 */
export async function openWorld(rows: number, kept: string, folder: string): Promise<World> {
  const stamp = join(kept, `${rows}.json`);
  const from = join(kept, String(rows));
  if (!(await isThere(stamp))) {
    await makeWorld(rows, from);
    await writeFile(stamp, `${JSON.stringify({ rows })}\n`);
  }
  await cp(from, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const registry = await startRegistry({ file: registryFile(folder) });
  return { registry, username: await someoneOfCommission(registry), home: homeOf(folder) };
}

async function makeWorld(rows: number, folder: string): Promise<void> {
  // What an interrupted run has left is not whole.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const registry = await startRegistry({ file: registryFile(folder), seed: rows, random: 'bench' });
  const username = await someoneOfCommission(registry);
  const person = personOf(username);
  const file = storeFile(homeOf(folder), environment, person);
  const service = await startService({ registry, username, file });
  await service.untilSynced();
  await service.close();
  lastPersonOf(homeOf(folder), environment).write(person);
  await registry.stop();
}

/** The Commission sees every role. */
async function someoneOfCommission(registry: TestRegistry): Promise<string> {
  const people = await registry.people();
  const found = people.find(({ administers }) =>
    administers.some(({ kind }) => kind === 'COMMISSION'),
  );
  if (!found) throw new Error('The demonstration data have nobody of the Commission.');
  return found.username;
}

function registryFile(folder: string): string {
  return join(folder, 'registry.sqlite');
}

function homeOf(folder: string): string {
  return join(folder, 'home');
}

async function isThere(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
