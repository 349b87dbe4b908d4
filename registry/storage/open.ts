import type { Environment } from '../../shared/domain/vocabulary.ts';
import { withRunningClaims } from './runningClaims.ts';
import type { Storage } from './storage.ts';

/**
 * Opens the database that `--db` names: `sqlite:FILE` or `postgres://…`.
 * @throws where it cannot be opened
 */
export async function openStorage(address: string, environment: Environment): Promise<Storage> {
  // Neither of the two loads what the other needs.
  if (/^postgres(ql)?:/.test(address)) {
    const { openPostgres } = await import('./postgres/open.ts');
    return withRunningClaims(await openPostgres(address, environment));
  }
  const file = /^sqlite:(.+)$/.exec(address)?.[1];
  if (file === undefined) throw new Error('expected sqlite:FILE or postgres://…');
  const { openSqlite } = await import('./sqlite/open.ts');
  return withRunningClaims(await openSqlite(file, environment));
}
