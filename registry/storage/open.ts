import type { Environment } from '../../shared/domain/vocabulary.ts';
import { openPostgres } from './postgres/open.ts';
import { withRunningClaims } from './runningClaims.ts';
import { openSqlite } from './sqlite/open.ts';
import type { Storage } from './storage.ts';

/**
 * Opens the database that `--db` names: `sqlite:FILE` or `postgres://…`.
 * @throws where it cannot be opened
 */
export async function openStorage(address: string, environment: Environment): Promise<Storage> {
  if (/^postgres(ql)?:/.test(address)) {
    return withRunningClaims(await openPostgres(address, environment));
  }
  const file = /^sqlite:(.+)$/.exec(address)?.[1];
  if (file === undefined) throw new Error('expected sqlite:FILE or postgres://…');
  return withRunningClaims(await openSqlite(file, environment));
}
