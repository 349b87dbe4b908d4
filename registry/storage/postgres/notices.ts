import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import type { Seat } from '../../../shared/domain/seats.ts';
import type { Connection } from '../sql/connection.ts';
import type { Touched } from '../storage.ts';
import { settleFeed } from './place.ts';
import { connectionConfig } from './pool.ts';

const channel = 'roledesk_touched';

/** A notice holds 8,000 bytes: so many seats and persons each, of 45 and 39. */
const namesPerNotice = 80;

const noticeSchema = z.object({
  seats: z.array(z.custom<Seat>((value) => typeof value === 'string')),
  personIds: z.array(z.string()),
});

/**
 * How often the listening connection is asked whether it still is one, and still to the same database, and how long it
 * may take to answer.
 */
const askEveryMs = 10_000;
const answerWithinMs = 10_000;

const pausesMs = [100, 300, 1000, 3000];

/** Tells every registry on this database what a transaction touched, once it commits. */
export async function notify(db: Connection, { seats, personIds }: Touched): Promise<void> {
  const rest = { seats: [...seats], personIds: [...personIds] };
  while (rest.seats.length + rest.personIds.length > 0) {
    const notice = {
      seats: rest.seats.splice(0, namesPerNotice),
      personIds: rest.personIds.splice(0, namesPerNotice),
    };
    await db.rows('SELECT pg_notify($1, $2)', channel, JSON.stringify(notice));
  }
}

/**
 * Hears what transactions of every registry on this database touched. Where the connection breaks, another one is made;
 * what was said in between is lost, so then everything may have been touched.
 * @returns ends it
 * @throws where there is no first connection
 */
export async function hearNotices(
  address: string,
  hear: (touched: Touched | 'everything') => void,
): Promise<() => Promise<void>> {
  const stopped = new AbortController();
  const first = await connect(address, hear);
  let current: pg.Client | undefined = first.client;
  const ended = keepOn(first.ended).catch(() => undefined);

  async function keepOn(firstEnded: Promise<void>): Promise<void> {
    await firstEnded;
    for (let failures = 0; !stopped.signal.aborted; ) {
      const pause = pausesMs[Math.min(failures, pausesMs.length - 1)];
      await wait(pause, undefined, { signal: stopped.signal });
      const next = await connect(address, hear).catch(() => undefined);
      failures = next ? 0 : failures + 1;
      if (!next) continue;
      current = next.client;
      if (stopped.signal.aborted) return current.end();
      hear('everything');
      await next.ended;
    }
  }

  return async () => {
    stopped.abort();
    await current?.end().catch(() => undefined);
    await ended;
  };
}

async function connect(
  address: string,
  hear: (touched: Touched) => void,
): Promise<{ client: pg.Client; ended: Promise<void> }> {
  const client = new pg.Client({
    ...connectionConfig(address),
    application_name: 'roledesk registry, listening',
    query_timeout: answerWithinMs,
  });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', () => client.end().catch(() => undefined));
  client.on('notification', ({ payload = '' }) => {
    const { seats, personIds } = noticeSchema.parse(JSON.parse(payload));
    hear({ seats: new Set(seats), personIds: new Set(personIds) });
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  const asking = setInterval(() => {
    settleFeed(client).catch(() => client.end().catch(() => undefined));
  }, askEveryMs);
  ended.then(() => clearInterval(asking));
  return { client, ended };
}
