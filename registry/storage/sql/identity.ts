import { randomUUID } from 'node:crypto';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { Connection } from './connection.ts';
import { identityRow } from './rows.ts';

/**
 * Makes a new database one of an environment, for good.
 * @param add the statement that adds its row: of which environment and which feed
 * @throws where it belongs to another environment
 */
export async function identify(
  db: Connection,
  environment: Environment,
  add: string,
): Promise<void> {
  const [row] = await db.rows('SELECT environment, feed_id FROM registry');
  if (row === undefined) {
    await db.run(add, environment, randomUUID());
    return;
  }
  const known = identityRow.parse(row);
  if (known.environment !== environment) {
    throw new Error(`the database belongs to the environment ${known.environment}`);
  }
}
