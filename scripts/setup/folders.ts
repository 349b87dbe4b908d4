import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, posix, win32 } from 'node:path';

/** What decides where a person's files lie. */
export type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string };

const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir() };

/** Where downloads lie that any clone may use: the cache folder of the user. */
export function cacheFolder(machine = thisMachine): string {
  return userFolder(machine, 'XDG_CACHE_HOME', ['.cache'], ['Library', 'Caches']);
}

/** Where data lies that should stay, such as the demonstration registry. */
export function dataFolder(machine = thisMachine): string {
  const onMac = ['Library', 'Application Support'];
  return userFolder(machine, 'XDG_DATA_HOME', ['.local', 'share'], onMac);
}

function userFolder(machine: Machine, xdg: string, onLinux: string[], onMac: string[]): string {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'roledesk');
  }
  if (platform === 'darwin') return posix.join(home, ...onMac, 'roledesk');
  // The XDG base directory specification: a relative path is to be ignored.
  const named = env[xdg];
  const base = named && posix.isAbsolute(named) ? named : posix.join(home, ...onLinux);
  return posix.join(base, 'roledesk');
}

const partialMark = '.partial-';
const abandonedAfterMs = 24 * 3_600_000;

/**
 * Makes a folder that is either whole or absent: `fill` gets a temporary one beside it, which is
 * then renamed. When another process was first, its folder stays.
 */
export async function createFolder(
  folder: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const temporary = await mkdtemp(join(parent, `${basename(folder)}${partialMark}`));
  try {
    await fill(temporary);
    await rename(temporary, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Set-ups that were killed leave hundreds of megabytes behind. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.includes(partialMark)) continue;
    const path = join(parent, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
