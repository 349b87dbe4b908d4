import { spawn } from 'node:child_process';
import { postgresProgram } from '../../scripts/setup/postgres.ts';
import { ended } from '../fixtures/postgres.ts';

/** Writes a backup of a database to a file, as docs/postgresql.md says. */
export async function backUp(address: string, file: string): Promise<void> {
  await run('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${address}`]);
}

/** Puts a backup back in the place of what a database holds, as docs/postgresql.md says. */
export async function restore(address: string, file: string): Promise<void> {
  const how = ['--clean', '--if-exists', '--single-transaction', '--exit-on-error'];
  await run('pg_restore', [...how, `--dbname=${address}`, file]);
}

async function run(program: string, args: string[]): Promise<void> {
  await ended(spawn(postgresProgram(program), args));
}
