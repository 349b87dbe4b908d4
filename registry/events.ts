import type { ServerResponse } from 'node:http';
import type { Seat } from '../shared/domain/seats.ts';
import { callerOf, seatsOfCaller } from './caller.ts';
import type { Storage } from './storage/storage.ts';

const heartbeatMs = 15_000;

/** The longest that a timer of Node takes; a longer one would end at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Desks that one person has open at once, and some that have gone without a word. */
const streamsPerPerson = 10;

interface Listener {
  personId: string;
  seats: ReadonlySet<Seat>;
  response: ServerResponse;
  /** Something changed while the socket was full: one event is owed. */
  owed: boolean;
}

/** The open event streams (server-sent events, WHATWG HTML 9.2). */
export interface Events {
  /**
   * Takes over a response, until it closes, `untilMs` (since 1970) has come, the person has opened too many others,
   * or the registry stops.
   */
  open(response: ServerResponse, personId: string, seats: Seat[], untilMs: number): void;
  /** How many streams are open. */
  count(): number;
  /** Ends every stream. */
  close(): void;
}

/** Tells desks that something in one of their seats changed; a write never waits for a desk. */
export function eventsOf(storage: Storage): Events {
  const listeners = new Set<Listener>();
  const end = (listener: Listener) => {
    listeners.delete(listener);
    listener.response.end();
  };

  const heartbeat = setInterval(() => {
    for (const { response } of listeners) if (!response.writableNeedDrain) response.write(':\n\n');
  }, heartbeatMs).unref();

  storage.onCommit((touched) => {
    for (const listener of listeners) {
      if (touched === 'everything') renew(storage, listener);
      else if (touched.personIds.has(listener.personId)) renew(storage, listener);
      else if (sees(listener, touched.seats)) tell(listener);
    }
  });

  return {
    open: (response, personId, seats, untilMs) => {
      const own = [...listeners].filter((each) => each.personId === personId);
      // The oldest is the likeliest to have been left: a desk that comes back is not kept out by its own past.
      if (own[0] && own.length >= streamsPerPerson) end(own[0]);
      const listener: Listener = { personId, seats: new Set(seats), response, owed: false };
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write(':\n\n');
      response.on('drain', () => listener.owed && tell(listener));
      const leftMs = Math.min(untilMs - Date.now(), longestTimerMs);
      const expiry = setTimeout(() => end(listener), leftMs).unref();
      response.once('close', () => {
        clearTimeout(expiry);
        listeners.delete(listener);
      });
      listeners.add(listener);
    },
    count: () => listeners.size,
    close: () => {
      clearInterval(heartbeat);
      for (const listener of listeners) end(listener);
    },
  };
}

function sees(listener: Listener, touched: ReadonlySet<Seat>): boolean {
  return [...listener.seats].some((seat) => touched.has(seat));
}

function tell(listener: Listener): void {
  const { response } = listener;
  if (response.writableEnded) return;
  listener.owed = response.writableNeedDrain;
  if (!listener.owed) response.write('event: changed\ndata: {}\n\n');
}

/** A role of the person's own changed: from now on the stream may be about other seats. */
function renew(storage: Storage, listener: Listener): void {
  storage
    .read((reader) => callerOf(reader, listener.personId))
    .then(
      (caller) => {
        listener.seats = new Set(caller ? seatsOfCaller(caller) : []);
        tell(listener);
      },
      () => listener.response.end(),
    );
}
