import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** Looks at a registry's SQLite file from outside. */
export interface WatchedDatabase {
  /** Changes with every commit of anybody else that changed something. */
  version(): unknown;
  /** Stands for the content of every table. */
  fingerprint(): string;
  close(): void;
}

export function watchDatabase(file: string): WatchedDatabase {
  const client = new Database(file, { readonly: true });
  const tables = client
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
    .all();
  return {
    version: () => client.pragma('data_version', { simple: true }),
    fingerprint: () => {
      const hash = createHash('sha256');
      for (const { name } of tables) {
        hash.update(`\n${name}\n`);
        const rows = client.prepare<[], unknown>(`SELECT * FROM "${name}" ORDER BY 1, 2`).iterate();
        for (const row of rows) hash.update(JSON.stringify(row));
      }
      return hash.digest('hex');
    },
    close: () => client.close(),
  };
}
