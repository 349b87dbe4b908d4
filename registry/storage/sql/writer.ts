import { randomUUID } from 'node:crypto';
import { bodyColumns } from '../columns.ts';
import type { Touched, Writer } from '../storage.ts';
import type { Connection, Numbers } from './connection.ts';
import { feedWriter } from './feedWriter.ts';
import { sqlReader } from './reader.ts';

/** The writer of one transaction. */
export interface TransactionWriter {
  writer: Writer;
  /** Writes what the transaction still owes and tells what it touched; nothing is written after it. */
  finish: () => Promise<Touched>;
}

/** Writes on a connection; the caller opens and ends the transaction. */
export function sqlWriter(db: Connection, numbers: Numbers): TransactionWriter {
  const personIds = new Set<string>();
  const feed = feedWriter(db, numbers);
  const run = async (...args: Parameters<Connection['run']>) => void (await db.run(...args));

  const writer: Writer = {
    ...sqlReader(db, numbers),
    ...feed.methods,
    becomeAnother: () => run('UPDATE registry SET feed_id = $1', randomUUID()),
    addSigningKey: ({ id, jwk }) =>
      run('INSERT INTO signing_keys (id, jwk) VALUES ($1, $2)', id, JSON.stringify(jwk)),
    addPerson: (person) =>
      run(
        'INSERT INTO persons (id, username, document) VALUES ($1, $2, $3)',
        ...[person.id, person.username, JSON.stringify(person)],
      ),
    addBody: async (body) => {
      const { type, country, parentId, nameKey, searchText, facets } = bodyColumns(body);
      await run(
        `INSERT INTO bodies (id, type, country, parent_id, name_key, search_text, facets, document)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        ...[body.id, type, country, parentId, nameKey, searchText, facets, JSON.stringify(body)],
      );
    },
    addRole: async (role) => {
      personIds.add(role.personId);
      await run(
        `INSERT INTO roles (id, person_id, body_id, responsible_id, status, document)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        ...[role.id, role.personId, role.bodyId, role.responsibleId, role.status],
        JSON.stringify(role),
      );
    },
    updatePerson: (person) =>
      run('UPDATE persons SET document = $1 WHERE id = $2', JSON.stringify(person), person.id),
    noteAccountTold: (personId, at) =>
      run('UPDATE persons SET told_at = $1 WHERE id = $2', at, personId),
    updateBody: async (body) => {
      const { type, country, parentId, nameKey, searchText, facets } = bodyColumns(body);
      await run(
        `UPDATE bodies SET type = $1, country = $2, parent_id = $3, name_key = $4,
           search_text = $5, facets = $6, document = $7 WHERE id = $8`,
        ...[type, country, parentId, nameKey, searchText, facets, JSON.stringify(body), body.id],
      );
    },
    updateRole: async (role) => {
      personIds.add(role.personId);
      await run(
        'UPDATE roles SET body_id = $1, responsible_id = $2, status = $3, document = $4 WHERE id = $5',
        ...[role.bodyId, role.responsibleId, role.status, JSON.stringify(role), role.id],
      );
    },
    addHistory: (roleId, line) =>
      run('INSERT INTO history (role_id, line) VALUES ($1, $2)', roleId, JSON.stringify(line)),
    keepDecision: (id, { contentHash, result }) =>
      run(
        'INSERT INTO decisions (id, content_hash, result) VALUES ($1, $2, $3)',
        ...[id, contentHash, JSON.stringify(result)],
      ),
    keepFiling: (personId, key, { contentHash, result }) =>
      run(
        'INSERT INTO filings (person_id, key, content_hash, result) VALUES ($1, $2, $3, $4)',
        ...[personId, key, contentHash, JSON.stringify(result)],
      ),
    savePreferences: (personId, revision, preferences) =>
      run(
        `INSERT INTO preferences (person_id, revision, document) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET revision = excluded.revision, document = excluded.document`,
        ...[personId, revision, JSON.stringify(preferences)],
      ),
  };
  return { writer, finish: async () => ({ seats: await feed.finish(), personIds }) };
}
