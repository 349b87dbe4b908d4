import { eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Seat } from '../../../shared/domain/seats.ts';
import { bodyColumns } from '../columns.ts';
import type { Touched, Writer } from '../storage.ts';
import { sqliteFeedWriter } from './feedWriter.ts';
import { sqliteReader } from './reader.ts';
import * as schema from './schema.ts';

const { placeholder } = sql;

/** A writer with what it touched since `begin`. */
export interface TrackingWriter {
  writer: Writer;
  /** Starts the account of a transaction. */
  begin: () => void;
  /** Writes what the transaction still owes and tells what it touched. */
  finish: () => Touched;
}

/** Writes over the one writing connection; the caller opens and ends the transaction. */
export function sqliteWriter(db: BetterSQLite3Database): TrackingWriter {
  const { bodies, decisions, filings, history, persons, preferences, roles } = schema;
  const reader = sqliteReader(db);
  const touched = { seats: new Set<Seat>(), personIds: new Set<string>() };
  const feed = sqliteFeedWriter(db, touched.seats);

  const addPerson = db
    .insert(persons)
    .values({
      id: placeholder('id'),
      username: placeholder('username'),
      document: placeholder('document'),
    })
    .prepare();
  const addRole = db
    .insert(roles)
    .values({
      id: placeholder('id'),
      personId: placeholder('personId'),
      bodyId: placeholder('bodyId'),
      responsibleId: placeholder('responsibleId'),
      status: placeholder('status'),
      document: placeholder('document'),
    })
    .prepare();
  const addHistory = db
    .insert(history)
    .values({ roleId: placeholder('roleId'), line: placeholder('line') })
    .prepare();

  const writer: Writer = {
    ...reader,
    ...feed.methods,
    addSigningKey: async (key) => {
      db.insert(schema.signingKeys).values(key).run();
    },
    addPerson: async (person) => {
      addPerson.run({ id: person.id, username: person.username, document: person });
    },
    addBody: async (body) => {
      db.insert(bodies)
        .values({ id: body.id, ...bodyColumns(body), document: body })
        .run();
    },
    addRole: async (role) => {
      touched.personIds.add(role.personId);
      const { id, personId, bodyId, responsibleId, status } = role;
      addRole.run({ id, personId, bodyId, responsibleId, status, document: role });
    },
    updatePerson: async (person) => {
      db.update(persons).set({ document: person }).where(eq(persons.id, person.id)).run();
    },
    updateBody: async (body) => {
      db.update(bodies)
        .set({ ...bodyColumns(body), document: body })
        .where(eq(bodies.id, body.id))
        .run();
    },
    updateRole: async (role) => {
      touched.personIds.add(role.personId);
      const { id, bodyId, responsibleId, status } = role;
      db.update(roles)
        .set({ bodyId, responsibleId, status, document: role })
        .where(eq(roles.id, id))
        .run();
    },
    addHistory: async (roleId, line) => {
      addHistory.run({ roleId, line });
    },
    keepDecision: async (id, kept) => {
      db.insert(decisions)
        .values({ id, ...kept })
        .run();
    },
    keepFiling: async (personId, key, kept) => {
      db.insert(filings)
        .values({ personId, key, ...kept })
        .run();
    },
    savePreferences: async (personId, revision, document) => {
      db.insert(preferences)
        .values({ personId, revision, document })
        .onConflictDoUpdate({ target: preferences.personId, set: { revision, document } })
        .run();
    },
  };
  return {
    writer,
    begin: () => {
      touched.seats.clear();
      touched.personIds.clear();
      feed.begin();
    },
    finish: () => {
      feed.finish();
      return { seats: new Set(touched.seats), personIds: new Set(touched.personIds) };
    },
  };
}
