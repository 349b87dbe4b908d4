import { postgresNumbers } from '../../registry/storage/postgres/numbers.ts';
import type { Connection, Numbers } from '../../registry/storage/sql/connection.ts';
import { number } from '../../registry/storage/sql/select.ts';

/** Takes numbers of the sequence and waits for nobody: who commits late has a number that cursors have passed. */
export function naiveNumbers(db: Connection): Numbers {
  return {
    ...postgresNumbers(db),
    take: async (count) => {
      const last = await number(
        db,
        `SELECT max(n) AS number FROM (
           SELECT nextval('feed_seq') AS n FROM generate_series(1, $1)
         ) AS given`,
        count,
      );
      await db.run('INSERT INTO feed_heads (head, day) VALUES ($1, $2)', last, '2000-01-01');
      return last - count + 1;
    },
  };
}
