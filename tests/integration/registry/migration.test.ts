import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStorage } from '../../../registry/storage/open.ts';
import type { Body } from '../../../shared/domain/body.ts';

const migrations = join(import.meta.dirname, '../../../registry/storage/migrations');

/** A database as the first version left it: documents, and no column that searches them. */
function firstVersion(file: string, bodies: Body[], roles: { id: string; bodyId: string }[]): void {
  const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'));
  const db = new Database(file);
  db.exec(readFileSync(join(migrations, `${entries[0].tag}.sql`), 'utf8'));
  db.exec(
    'CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT, created_at NUMERIC)',
  );
  db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(
    'first',
    entries[0].when,
  );
  const addBody = db.prepare(
    'INSERT INTO bodies (id, type, country, document) VALUES (?, ?, ?, ?)',
  );
  for (const body of bodies) addBody.run(body.id, body.type, body.country, JSON.stringify(body));
  db.prepare('INSERT INTO persons VALUES (?, ?, ?)').run('p', 'somebody', '{}');
  const addRole = db.prepare('INSERT INTO roles VALUES (?, ?, ?, ?, ?)');
  for (const role of roles) {
    const document = JSON.stringify({ ...role, responsibleId: bodies[0]?.id });
    addRole.run(role.id, 'p', role.bodyId, 'valid', document);
  }
  db.close();
}

function authority(more: Partial<Body>): Body {
  return {
    ...{ id: crypto.randomUUID(), revision: 1, type: 'authority', kind: 'LAU', country: 'BE' },
    ...{ name: 'Liège', city: 'Liège', address: 'Rue 1', identifiers: [], activities: [] },
    ...{ fullControl: false, status: 'valid' },
    ...more,
  };
}

test('a database of the first version is filled in when it opens: bodies are found, and the tree is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roledesk-migration-'));
  const file = join(folder, 'registry.sqlite');
  const central = authority({ kind: 'CCA', name: 'Œuvre Bruxelles' });
  const local = authority({ parentId: central.id });
  firstVersion(file, [central, local], [{ id: 'r', bodyId: local.id }]);
  const storage = await openStorage(`sqlite:${file}`, 'training');
  try {
    await storage.read(async (reader) => {
      const found = await reader.searchBodies({
        ...{ type: 'authority', country: 'BE', facets: ['kind:LAU'], words: ['liege'] },
        ...{ after: undefined, limit: 9 },
      });
      expect(found).toEqual([local]);
      expect(await reader.authoritiesBelow(central.id)).toEqual([local.id]);
      expect(await reader.roleIdsNaming('responsible', central.id)).toEqual(['r']);
      expect(await reader.roleIdsNaming('responsible', local.id)).toEqual([]);
    });
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
});
