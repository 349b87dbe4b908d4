import { mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readDesk, updateDesk } from './desk.ts';
import { migrationsInFolder } from './embedMigrations.ts';
import migrations from './migrations.json' with { type: 'json' };
import { openStore, StoreRefused } from './open.ts';
import { sumsFile } from './pageSums.ts';
import * as schema from './schema.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, newStoreFile } from './world.fixture.ts';

function pragmasOf({ reader }: Store) {
  return {
    ...reader.get<object>(sql`PRAGMA journal_mode`),
    ...reader.get<object>(sql`PRAGMA synchronous`),
    ...reader.get<object>(sql`PRAGMA foreign_keys`),
    ...reader.get<object>(sql`PRAGMA busy_timeout`),
  };
}

const safe = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, timeout: 5000 };

test('a store writes with synchronous = FULL, when it is made and when it is opened again', () => {
  const file = newStoreFile();
  const made = openStore(file, { environment: 'training' });
  expect(pragmasOf(made)).toEqual(safe);
  made.close();
  const reopened = openStore(file, { environment: 'training' });
  expect(pragmasOf(reopened)).toEqual(safe);
  reopened.close();
});

test('a store keeps its desk id', () => {
  const file = newStoreFile();
  const made = openStore(file, { environment: 'training' });
  const { deskId } = readDesk(made.reader);
  made.close();
  const reopened = openStore(file, { environment: 'training' });
  expect(readDesk(reopened.reader).deskId).toBe(deskId);
  reopened.close();
});

test('a store of a newer application is refused and left as it is', () => {
  const file = newStoreFile();
  openStore(file, { environment: 'training' }).close();
  const newer = new Database(file);
  newer.pragma(`user_version = ${migrations.length + 1}`);
  newer.close();
  // Its sums are of a form of its own.
  rmSync(sumsFile(file));
  const before = readFileSync(file);
  expect(() => openStore(file, { environment: 'training' })).toThrow(
    new StoreRefused('newer_schema'),
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a store of another environment is refused', () => {
  const file = newStoreFile();
  openStore(file, { environment: 'training' }).close();
  expect(() => openStore(file, { environment: 'production' })).toThrow(
    new StoreRefused('other_environment'),
  );
});

test('a key is refused while stores are not encrypted', () => {
  expect(() => openStore(newStoreFile(), { environment: 'training', key: 'k' })).toThrow(
    new StoreRefused('key_unsupported'),
  );
});

test('a write that throws leaves nothing behind', () => {
  const store = openStore(newStoreFile(), { environment: 'training' });
  expect(() =>
    store.write((writer) => {
      updateDesk(writer, { cursor: 'half' });
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(readDesk(store.reader).cursor).toBeNull();
  store.close();
});

test('a write that is kept is not called failed because its sums cannot be', () => {
  const file = newStoreFile();
  const store = openStore(file, { environment: 'training' });
  rmSync(sumsFile(file));
  mkdirSync(sumsFile(file));
  store.write((writer) => updateDesk(writer, { cursor: 'kept' }));
  expect(readDesk(store.reader).cursor).toBe('kept');
  rmdirSync(sumsFile(file));
  store.close();
});

test('a store of an older version keeps its roles, and their lines are made anew', () => {
  const { body, person, role } = aKnownRole();
  const file = newStoreFile();
  const older = new Database(file);
  older.exec(migrations[0]!.sql);
  older.pragma('user_version = 1');
  const documents = { bodies: body, persons: person };
  for (const [table, document] of Object.entries(documents)) {
    older
      .prepare(`INSERT INTO ${table} (id, document, pull_number) VALUES (?, ?, 1)`)
      .run(document.id, JSON.stringify(document));
  }
  older
    .prepare(
      'INSERT INTO roles (id, body_id, person_id, document, pull_number) VALUES (?, ?, ?, ?, 1)',
    )
    .run(role.id, body.id, person.id, JSON.stringify(role));
  older.close();
  const store = openStore(file, { environment: 'training' });
  expect(store.reader.select().from(schema.lines).all()).toMatchObject([
    { id: role.id, advice: ['no_eori'], seats: ['above:central', `within:${body.id}`] },
  ]);
  expect(store.reader.select().from(schema.bodies).all()).toMatchObject([{ parentId: 'region' }]);
  store.close();
});

function aKnownRole() {
  const [body, person] = [aBody({ parentId: 'region' }), aPerson()];
  return { body, person, role: aRole(body, person, { responsibleId: 'central' }) };
}

test('the embedded migrations are those of the folder', () => {
  expect(migrations).toEqual(migrationsInFolder());
});

test('the migrations lead to the schema', async () => {
  const number = String(migrations.length - 1).padStart(4, '0');
  const file = join(import.meta.dirname, 'migrations', 'meta', `${number}_snapshot.json`);
  const last = JSON.parse(readFileSync(file, 'utf8'));
  const now = await generateSQLiteDrizzleJson({ ...schema }, last.id);
  expect(await generateSQLiteMigration(last, now)).toEqual([]);
});
