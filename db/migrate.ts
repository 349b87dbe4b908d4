import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { StoreDamaged } from './damage.ts';
import { refreshAllLines } from './lines.ts';
import migrations from './migrations.json' with { type: 'json' };
import { reach } from './moments.ts';
import { sealUnsealed } from './seal.ts';

/** The version of the present schema: how many migrations led to it. */
export const newestSchema = migrations.length;

/**
 * Runs the migrations that the file lacks, all or none, and what they make of its lines; `user_version` counts them.
 * Returns whether there were any.
 * @throws {StoreDamaged} where what lies in the file is not what its version says
 */
export function migrate(client: Database.Database): boolean {
  const writer = drizzle(client);
  const lacking = migrations.slice(Number(client.pragma('user_version', { simple: true })));
  if (lacking.length === 0) return false;
  const steps = client.transaction(() => {
    for (const { sql } of lacking) {
      client.exec(sql);
      reach('migration:step');
    }
    sealUnsealed(writer);
    refreshAllLines(writer);
    reach('migration:written');
    client.pragma(`user_version = ${newestSchema}`);
  });
  try {
    steps.immediate();
  } catch (error) {
    throw isOfContent(error) ? new StoreDamaged('a migration failed', { cause: error }) : error;
  }
  return true;
}

/** The statements fit every whole store: a table that is missing, twice there, or holds no JSON is no matter of theirs. */
function isOfContent(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  if (!(error instanceof Database.SqliteError)) return false;
  return error.code === 'SQLITE_ERROR' || error.code.startsWith('SQLITE_CONSTRAINT');
}
