import type { Preferences } from '../../../shared/domain/preferences.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { DecisionResult } from '../../../shared/wire/decisions.ts';
import type { Kept, Reader } from '../storage.ts';
import type { Connection, Row } from './connection.ts';
import { identityRow, keptRow, preferencesRow, signingKeyRow } from './rows.ts';
import { ids } from './select.ts';

type KeptReads = Pick<
  Reader,
  'identity' | 'signingKey' | 'isEmpty' | 'decision' | 'filing' | 'preferences'
>;

/** The part of a reader for what the registry keeps beside bodies, persons and roles. */
export function keptReader(db: Connection): KeptReads {
  return {
    identity: async () => {
      const [row] = await db.rows('SELECT environment, feed_id FROM registry');
      return identityRow.parse(row);
    },
    signingKey: async () => {
      const [row] = await db.rows('SELECT id, jwk FROM signing_keys ORDER BY id LIMIT 1');
      if (!row) return undefined;
      const { id, jwk } = signingKeyRow.parse(row);
      return { id, jwk: JSON.parse(jwk) };
    },
    isEmpty: async () => {
      const bodies = await ids(db, 'SELECT id FROM bodies LIMIT 1');
      const persons = await ids(db, 'SELECT id FROM persons LIMIT 1');
      return bodies.length + persons.length === 0;
    },
    decision: async (id) => {
      const statement = 'SELECT content_hash, result FROM decisions WHERE id = $1';
      return kept<DecisionResult>(await db.rows(statement, id));
    },
    filing: async (personId, key) => {
      const statement =
        'SELECT content_hash, result FROM filings WHERE person_id = $1 AND key = $2';
      return kept<{ roles: Role[] }>(await db.rows(statement, personId, key));
    },
    preferences: async (personId) => {
      const statement = 'SELECT revision, document FROM preferences WHERE person_id = $1';
      const [row] = await db.rows(statement, personId);
      if (!row) return undefined;
      const { revision, document } = preferencesRow.parse(row);
      const preferences: Preferences = JSON.parse(document);
      return { revision, preferences };
    },
  };
}

function kept<T>([row]: Row[]): Kept<T> | undefined {
  if (!row) return undefined;
  const { content_hash: contentHash, result } = keptRow.parse(row);
  return { contentHash, result: JSON.parse(result) };
}
