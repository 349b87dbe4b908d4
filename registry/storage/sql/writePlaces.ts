import type { Seat } from '../../../shared/domain/seats.ts';
import type { Connection, Value } from './connection.ts';
import type { Place } from './pendingFeed.ts';
import { seatRow } from './rows.ts';

type Numbered = Place & { seq: number };

/** How many places one statement writes: both databases take a few thousand values at once. */
const batchSize = 500;

/**
 * Writes what a transaction does to the feeds, numbered from `first` on.
 * @returns the seats that got something new
 */
export async function writePlaces(
  db: Connection,
  places: Place[],
  first: number,
): Promise<Set<Seat>> {
  const numbered = places.map((place, index) => ({ ...place, seq: first + index }));
  const isShown = ({ does }: Place) => does === 'show' || does === 'leave';
  const seats = new Set<Seat>();
  for (const batch of batches(numbered.filter(({ does }) => does === 'forget'))) {
    const { rows, values } = listed(batch.map(({ id, seat }) => [id, seat]));
    const statement = `DELETE FROM feed WHERE again = 1 AND (entity_id, seat) IN (VALUES ${rows})`;
    await db.run(statement, ...values);
  }
  for (const batch of batches(numbered.filter(({ does }) => does === 'enter'))) {
    for (const seat of await put(db, batch, 'WHERE feed.gone = 1')) seats.add(seat);
  }
  for (const batch of batches(numbered.filter(isShown))) {
    for (const seat of await put(db, batch, '')) seats.add(seat);
  }
  return seats;
}

async function put(db: Connection, batch: Numbered[], where: string): Promise<Seat[]> {
  const { rows, values } = listed(
    batch.map(({ id, seat, again, kind, seq, does }) => [
      ...[id, seat, again ? 1 : 0, kind, seq, does === 'leave' ? 1 : 0],
    ]),
  );
  const changed = await db.rows(
    `INSERT INTO feed (entity_id, seat, again, kind, seq, gone) VALUES ${rows}
     ON CONFLICT (entity_id, seat, again) DO UPDATE SET seq = excluded.seq, gone = excluded.gone
     ${where} RETURNING seat`,
    ...values,
  );
  return changed.map((row) => seatRow.parse(row).seat);
}

function batches(places: Numbered[]): Numbered[][] {
  const starts = Array.from({ length: Math.ceil(places.length / batchSize) }, (_, at) => at);
  return starts.map((at) => places.slice(at * batchSize, (at + 1) * batchSize));
}

/** Rows as a statement lists them behind VALUES. */
function listed(rows: Value[][]): { rows: string; values: Value[] } {
  const values: Value[] = [];
  const places = rows.map((row) => `(${row.map((value) => `$${values.push(value)}`).join()})`);
  return { rows: places.join(), values };
}
