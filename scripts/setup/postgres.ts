import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureLibraries } from './libraries.ts';
import { SetupError } from './progress.mjs';

/** The newest of Debian's, which are not on the PATH, else the first on the PATH. */
function find(name: string): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin').sort(byVersion).reverse();
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return [...debian, ...onPath].map((folder) => join(folder, name)).find(existsSync);
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/**
 * The path of a program of PostgreSQL: `initdb`, `postgres`, `pg_dump`…
 * @throws {SetupError} where it is not installed
 */
export function postgresProgram(name: string): string {
  const found = find(name);
  if (found) return found;
  throw new SetupError(`The tests of the registry need PostgreSQL 15 or later: no ${name} found.`);
}

/**
 * Sees to it that the programs of PostgreSQL are there: on Debian and its relatives they are installed.
 * @throws {SetupError} saying what to do
 */
export async function ensurePostgres(): Promise<void> {
  if (!find('initdb') || !find('pg_dump')) await ensureLibraries(['postgresql']);
  for (const name of ['initdb', 'pg_dump']) postgresProgram(name);
}
