import type { Seat } from '../../../shared/domain/seats.ts';
import type { Reader } from '../storage.ts';
import type { Connection, Numbers } from './connection.ts';
import { feedRow, roleShownRow, shownRow } from './rows.ts';
import { number } from './select.ts';

type FeedReads = Pick<
  Reader,
  | 'feedHead'
  | 'feedAfter'
  | 'feedCountAfter'
  | 'seatsShowing'
  | 'showsRoleOf'
  | 'compactedTo'
  | 'feedHeadBefore'
>;

/** The feed's part of a reader. */
export function feedReader(db: Connection, numbers: Numbers): FeedReads {
  return {
    feedHead: () => numbers.head(),
    feedHeadBefore: (day) => numbers.headBefore(day),
    compactedTo: () => number(db, 'SELECT compacted_to AS number FROM registry'),
    feedAfter: async (seat, seq, limit) => {
      const rows = await db.rows(
        `SELECT seq, kind, entity_id, gone FROM feed
         WHERE seat = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
        seat,
        seq,
        limit,
      );
      return rows.map((row) => feedRow.parse(row));
    },
    feedCountAfter: (seat, seq) => {
      const statement = 'SELECT count(*) AS number FROM feed WHERE seat = $1 AND seq > $2';
      return number(db, statement, seat, seq);
    },
    seatsShowing: async (id) => {
      const places = await placesOf(db, id);
      return [...new Set(places.filter(({ gone }) => !gone).map(({ seat }) => seat))];
    },
    showsRoleOf: async (seat, of, id) =>
      (await rolesShown(db, seat, of, id)).some(({ shown }) => shown),
  };
}

/** Where a thing stands in the feeds. */
export async function placesOf(
  db: Connection,
  id: string,
): Promise<{ seat: Seat; again: boolean; gone: boolean }[]> {
  const statement = 'SELECT seat, again, gone FROM feed WHERE entity_id = $1 ORDER BY seat, again';
  return (await db.rows(statement, id)).map((row) => shownRow.parse(row));
}

/** The roles of a person or in a body, and whether a seat shows them. */
export async function rolesShown(
  db: Connection,
  seat: Seat,
  of: 'person' | 'body',
  id: string,
): Promise<{ id: string; shown: boolean }[]> {
  const column = { person: 'person_id', body: 'body_id' }[of];
  // Not a join: SQLite would begin at the seat, which may show a hundred thousand roles.
  const rows = await db.rows(
    `SELECT id, EXISTS (
       SELECT 1 FROM feed WHERE entity_id = roles.id AND seat = $1 AND gone = 0
     ) AS shown FROM roles WHERE ${column} = $2`,
    seat,
    id,
  );
  return rows.map((row) => roleShownRow.parse(row));
}
