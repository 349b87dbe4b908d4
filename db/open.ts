import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { StoreMishap } from '../shared/desk/state.ts';
import { defaultPreferences } from '../shared/domain/preferences.ts';
import { type Environment, environmentSchema } from '../shared/domain/vocabulary.ts';
import { isDamage, StoreDamaged } from './damage.ts';
import { updateDesk } from './desk.ts';
import { findStore, isEndLost } from './found.ts';
import { Guard } from './guard.ts';
import { busyTimeoutMs, lockStore } from './lock.ts';
import { migrate, newestSchema } from './migrate.ts';
import { reach } from './moments.ts';
import { desk } from './schema.ts';
import type { Store } from './store.ts';

const cacheKiB = 64 * 1024;

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
 * @throws {StoreDamaged} where it is seen at once that the file is not as it was written; `Store.verify` sees the rest
 */
export function openStore(
  file: string,
  options: { environment: Environment; key?: string | undefined },
): Store {
  if (options.key !== undefined) throw new StoreRefused('key_unsupported');
  mkdirSync(dirname(file), { recursive: true });
  const unlock = lockStore(file);
  try {
    return openLocked(file, options.environment, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openLocked(file: string, environment: Environment, unlock: () => void): Store {
  const found = findStore(file);
  if (found.schemaVersion > newestSchema) throw new StoreRefused('newer_schema');
  const mishap: StoreMishap | undefined = isEndLost(found)
    ? { kind: 'end_lost', at: new Date().toISOString() }
    : undefined;
  const client = connect(file);
  const guard = new Guard(file, client, found);
  try {
    if (!found.written) guard.takeAsWritten();
    else if (found.schemaVersion < newestSchema) guard.compareAll();
    const db = drizzle(client);
    const isMigrated = migrate(client);
    if (isMigrated) guard.checkpoint();
    reach('migration:kept');
    client.pragma('foreign_keys = ON');
    identify(db, environment);
    if (mishap) updateDesk(db, { mishap });
    keepUp(guard);
    return {
      reader: db,
      write: (work) => {
        const result = db.transaction(work, { behavior: 'immediate' });
        keepUp(guard);
        return result;
      },
      verify: (signal) => guard.verify(signal),
      close: () => {
        try {
          guard.close();
        } finally {
          unlock();
        }
      },
    };
  } catch (error) {
    try {
      guard.close();
    } catch {
      // Why the store was not opened says more.
    }
    throw error;
  }
}

/** Opens the file for this process alone: nobody else is to write it, or to move its log. */
function connect(file: string): Database.Database {
  const client = new Database(file, { timeout: busyTimeoutMs });
  try {
    // Before anything else: then the log needs no shared memory.
    client.pragma('locking_mode = EXCLUSIVE');
    client.pragma('journal_mode = WAL');
    // In WAL mode only FULL makes a decision survive a loss of power; it is a matter of each connection.
    client.pragma('synchronous = FULL');
    // Rows come in the order of their ids, which is none: their indexes are to fit into memory.
    client.pragma(`cache_size = -${cacheKiB}`);
    // The guard does it, after the sums.
    client.pragma('wal_autocheckpoint = 0');
    // A migration that rebuilds a table must not take along what refers to it.
    client.pragma('foreign_keys = OFF');
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** What was written is kept already, if only in the log: on a full or failing disk sums and file wait for the next time. */
function keepUp(guard: Guard): void {
  try {
    guard.keep();
  } catch (error) {
    if (isDamage(error)) throw error;
  }
}

function identify(db: ReturnType<typeof drizzle>, environment: Environment): void {
  const known = db.select({ environment: desk.environment }).from(desk).get();
  if (known && !environmentSchema.safeParse(known.environment).success) {
    throw new StoreDamaged('its environment is none');
  }
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
