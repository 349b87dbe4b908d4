import type { Connection, Numbers } from '../sql/connection.ts';
import { number } from '../sql/select.ts';
import { locks } from './locks.ts';

/**
 * The numbers of a PostgreSQL database: of a sequence, under a lock that is held until the transaction has ended. So a
 * number becomes visible only after all smaller ones: docs/decisions/0011. A sequence, because it is read as it is now
 * and not as it was when the transaction began.
 */
export function postgresNumbers(db: Connection): Numbers {
  return {
    head: () => number(db, 'SELECT max(head) AS number FROM feed_heads'),
    headBefore: (day) => {
      const statement = 'SELECT max(head) AS number FROM feed_heads WHERE day < $1';
      return number(db, statement, day);
    },
    take: async (count) => {
      await db.rows('SELECT pg_advisory_xact_lock($1)', locks.numbering);
      const statement = `SELECT setval('feed_seq', nextval('feed_seq') + $1 - 1) AS number`;
      const last = await number(db, statement, count);
      const day = new Date().toISOString().slice(0, 10);
      await db.run('INSERT INTO feed_heads (head, day) VALUES ($1, $2)', last, day);
      return last - count + 1;
    },
    forgetUpTo: async (seq) => {
      // One a day is enough, and the last one is what has been given so far.
      await db.run(
        `DELETE FROM feed_heads WHERE head < (SELECT max(head) FROM feed_heads)
           AND (head <= $1 OR head NOT IN (SELECT max(head) FROM feed_heads GROUP BY day))`,
        seq,
      );
    },
  };
}
