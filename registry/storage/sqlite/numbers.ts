import type { Connection, Numbers } from '../sql/connection.ts';
import { number } from '../sql/select.ts';

/** The numbers of a SQLite file: it has one writer, so they are counted in a row of a table. */
export function sqliteNumbers(db: Connection): Numbers {
  const head = () => number(db, 'SELECT head AS number FROM registry');
  return {
    head,
    headBefore: (day) => {
      const statement =
        'SELECT head AS number FROM feed_days WHERE day < $1 ORDER BY day DESC LIMIT 1';
      return number(db, statement, day);
    },
    take: async (count) => {
      const before = await head();
      await db.run('UPDATE registry SET head = $1', before + count);
      await db.run(
        `INSERT INTO feed_days (day, head) VALUES ($1, $2)
         ON CONFLICT (day) DO UPDATE SET head = excluded.head`,
        ...[new Date().toISOString().slice(0, 10), before + count],
      );
      return before + 1;
    },
    forgetUpTo: async (seq) => {
      await db.run('DELETE FROM feed_days WHERE head <= $1', seq);
    },
  };
}
