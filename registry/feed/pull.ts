import type { Seat } from '../../shared/domain/seats.ts';
import type { Change, Changes } from '../../shared/wire/changes.ts';
import { type Caller, seatsOfCaller } from '../caller.ts';
import { Problem } from '../http/problem.ts';
import type { FeedRow, Reader } from '../storage/storage.ts';
import { type Cursor, feedCursor, ownerOf } from './cursor.ts';

/**
 * The next changes in the feeds of all the caller's seats, oldest first.
 * @throws {Problem} 400 `cursor_invalid`, 410 `cursor_expired`
 */
export async function pull(
  reader: Reader,
  caller: Caller,
  query: { cursor?: string | undefined; limit: number },
): Promise<Changes> {
  const seats = seatsOfCaller(caller);
  const { feedId } = await reader.identity();
  const head = await reader.feedHead();
  const of = ownerOf(feedId, seats);
  const cursor =
    query.cursor === undefined
      ? undefined
      : known(query.cursor, { of, head, compactedTo: await reader.compactedTo() });
  const after = cursor?.seq ?? 0;
  const rows = await nextRows(reader, seats, after, query.limit);
  const seq = rows.at(-1)?.seq ?? after;
  const remaining =
    cursor?.head === head ? cursor.remaining - rows.length : await countAfter(reader, seats, seq);
  const from = remaining === 0 ? head : (cursor?.from ?? head);
  return {
    changes: await changesOf(reader, rows, new Set(seats)),
    cursor: feedCursor.write({ seq, from, of, head, remaining }),
    hasMore: remaining > 0,
    remaining,
  };
}

function known(text: string, now: { of: string; head: number; compactedTo: number }): Cursor {
  const cursor = feedCursor.read(text);
  if (!cursor) throw new Problem(400, 'cursor_invalid');
  const { of, seq, from } = cursor;
  const hasMissed = now.compactedTo > Math.max(seq, from);
  if (of !== now.of || seq > now.head || hasMissed) throw new Problem(410, 'cursor_expired');
  return cursor;
}

async function countAfter(reader: Reader, seats: Seat[], seq: number): Promise<number> {
  let count = 0;
  for (const seat of seats) count += await reader.feedCountAfter(seat, seq);
  return count;
}

async function nextRows(
  reader: Reader,
  seats: Seat[],
  after: number,
  limit: number,
): Promise<FeedRow[]> {
  const rows: FeedRow[] = [];
  for (const seat of seats) rows.push(...(await reader.feedAfter(seat, after, limit)));
  return rows.sort((a, b) => a.seq - b.seq).slice(0, limit);
}

/**
 * Each thing once a page, at its first place. Gone only where no seat of the caller shows it any more: where one does,
 * that seat's own row tells of it.
 */
async function changesOf(
  reader: Reader,
  rows: FeedRow[],
  seats: ReadonlySet<Seat>,
): Promise<Change[]> {
  const changes = new Map<string, Change>();
  for (const row of rows) {
    if (changes.has(row.id)) continue;
    const change = await changeOf(reader, row, seats);
    if (change) changes.set(row.id, change);
  }
  return [...changes.values()];
}

async function changeOf(
  reader: Reader,
  { kind, id, gone }: FeedRow,
  seats: ReadonlySet<Seat>,
): Promise<Change | undefined> {
  if (gone) {
    const shown = (await reader.seatsShowing(id)).some((seat) => seats.has(seat));
    return shown ? undefined : { kind: 'gone', of: kind, id };
  }
  switch (kind) {
    case 'body': {
      const body = await reader.body(id);
      return body && { kind, id, body };
    }
    case 'person': {
      const person = await reader.person(id);
      return person && { kind, id, person };
    }
    case 'role': {
      const role = await reader.role(id);
      return role && { kind, id, role };
    }
  }
}
