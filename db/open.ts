import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { defaultPreferences } from '../shared/domain/preferences.ts';
import type { Environment } from '../shared/domain/vocabulary.ts';
import { refreshAllLines } from './lines.ts';
import migrations from './migrations.json' with { type: 'json' };
import { reach } from './moments.ts';
import { desk } from './schema.ts';
import { sealUnsealed } from './seal.ts';
import type { Store, Writer } from './store.ts';

const busyTimeoutMs = 5000;
const cacheKiB = 64 * 1024;
const checkpointPages = 10_000;

/** Why a store is not opened; nothing in the file was changed. */
export class StoreRefused extends Error {
  readonly code: 'newer_schema' | 'other_environment' | 'key_unsupported';
  constructor(code: StoreRefused['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Opens the store of one environment and account, making the file and bringing its schema up to date where need be.
 * @param options.key will open encrypted stores; until there are any, a key is refused rather than ignored
 * @throws {StoreRefused} where the file is of a newer application or another environment, or a key is given
 */
export function openStore(
  file: string,
  options: { environment: Environment; key?: string | undefined },
): Store {
  if (options.key !== undefined) throw new StoreRefused('key_unsupported');
  mkdirSync(dirname(file), { recursive: true });
  const client = new Database(file);
  try {
    client.pragma(`busy_timeout = ${busyTimeoutMs}`);
    if (schemaVersion(client) > migrations.length) throw new StoreRefused('newer_schema');
    client.pragma('journal_mode = WAL');
    // In WAL mode only FULL makes a decision survive a loss of power; it is a matter of each connection.
    client.pragma('synchronous = FULL');
    // Rows come in the order of their ids, which is none: their indexes are to fit into memory.
    client.pragma(`cache_size = -${cacheKiB}`);
    client.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    // A migration that rebuilds a table must not take along what refers to it.
    client.pragma('foreign_keys = OFF');
    const db = drizzle(client);
    migrate(client, db);
    reach('migration:kept');
    client.pragma('foreign_keys = ON');
    identify(db, options.environment);
    return {
      reader: db,
      write: (work) => db.transaction(work, { behavior: 'immediate' }),
      close: () => {
        client.pragma('wal_checkpoint(TRUNCATE)');
        client.close();
      },
    };
  } catch (error) {
    client.close();
    throw error;
  }
}

function schemaVersion(client: Database.Database): number {
  return Number(client.pragma('user_version', { simple: true }));
}

/** Runs the migrations that the file lacks, all or none, and what they make of its lines; `user_version` counts them. */
function migrate(client: Database.Database, writer: Writer): void {
  client
    .transaction(() => {
      const lacking = migrations.slice(schemaVersion(client));
      if (lacking.length === 0) return;
      for (const { sql } of lacking) {
        client.exec(sql);
        reach('migration:step');
      }
      sealUnsealed(writer);
      refreshAllLines(writer);
      reach('migration:written');
      client.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}

function identify(db: ReturnType<typeof drizzle>, environment: Environment): void {
  const known = db.select({ environment: desk.environment }).from(desk).get();
  if (known && known.environment !== environment) throw new StoreRefused('other_environment');
  if (known) return;
  db.insert(desk)
    .values({
      id: 1,
      environment,
      deskId: randomUUID(),
      preferences: defaultPreferences,
      savedPreferences: defaultPreferences,
    })
    .run();
}
