import { and, count, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { AgeSpan, Figures, FiguresQuery, Mark, Stretch } from '../shared/desk/overview.ts';
import { type DueChoice, type Filter, noFilter, type Queue } from '../shared/desk/queues.ts';
import { startOfDay } from '../shared/domain/days.ts';
import {
  type Action,
  actionSchema,
  roleTypeSchema,
  type Status,
} from '../shared/domain/vocabulary.ts';
import { readDesk } from './desk.ts';
import { facetChoices } from './facets.ts';
import { closedAt, inQueue, isDue } from './filter.ts';
import { seenAs } from './positions.ts';
import { lines } from './schema.ts';
import type { Reader } from './store.ts';
import { countReached, stretchesUpTo, unitOf } from './stretches.ts';

/** What stands by itself in a picture; the rest is one mark together. */
const namedLimit = 8;

const agesInDays: readonly AgeSpan[] = [
  { from: 0, to: 0 },
  { from: 1, to: 1 },
  { from: 2, to: 2 },
  { from: 3, to: 3 },
  { from: 4, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31 },
];

const notOverdue: DueChoice[] = ['today', 'tomorrow', 'later'];
const closed: Status[] = ['valid', 'suspended', 'rejected', 'withdrawn'];
const otherActions = actionSchema.options.filter(
  (action) => action !== 'approve' && action !== 'reject',
);

/** The state of the desk at a moment, as one works: each count with what leaves exactly the rows that it counts. */
export function figures(reader: Reader, { lookBack, as }: FiguresQuery, at: Date): Figures {
  const { timeZone } = readDesk(reader).preferences;
  const asked = { reader, at, timeZone, as, stretches: stretchesUpTo(at, lookBack, timeZone) };
  return {
    unit: unitOf(lookBack),
    backlog: backlog(asked),
    ages: ages(asked),
    ...decisions(asked),
    ...kinds(asked),
  };
}

interface Asked {
  reader: Reader;
  at: Date;
  timeZone: string;
  as: string | undefined;
  stretches: Stretch[];
}

function markOf({ as }: Asked, queue: Queue, narrowed: Partial<Filter>, counted: number): Mark {
  return { queue, filter: { ...noFilter, ...narrowed, as }, count: counted };
}

function backlog(asked: Asked): Figures['backlog'] {
  const ends = asked.stretches.map(({ to }) => to);
  const open = openAtEnds(openRequests(asked), ends);
  const decided = openAtEnds(closedRequests(asked, ends), ends);
  return asked.stretches.map((stretch, number) => {
    const openAt = stretch.to;
    return {
      stretch,
      open: markOf(asked, 'requested', { openAt }, open[number] ?? 0),
      decided: markOf(asked, 'decided', { openAt, statuses: closed }, decided[number] ?? 0),
    };
  });
}

/** Requests that were open at the same ends: from one of them up to another. */
interface Open {
  firstEnd: number;
  pastEnd: number;
  count: number;
}

function openAtEnds(requests: Open[], ends: string[]): number[] {
  const open = ends.map(() => 0);
  for (const { firstEnd, pastEnd, count: counted } of requests) {
    for (let end = firstEnd; end < pastEnd; end += 1) open[end] = (open[end] ?? 0) + counted;
  }
  return open;
}

/** Now requested, by the first end at which they were. */
function openRequests({ reader, as, stretches }: Asked): Open[] {
  const ends = stretches.map(({ to }) => to);
  return reader
    .select({
      firstEnd: countReached(sql`${lines.requestedAt}`, ends),
      pastEnd: sql<number>`${ends.length}`,
      count: count(),
    })
    .from(lines)
    .where(and(inQueue('requested'), seenAs(reader, as)))
    .groupBy(sql`1`)
    .all();
}

/** Decided since the first end, by the ends at which they were still open. */
function closedRequests({ reader, as }: Asked, ends: string[]): Open[] {
  const since = gte(lines.decidedAt, ends[0] ?? '');
  const requests = reader
    .select({ requestedAt: lines.requestedAt, closedAt: closedAt.as('closed_at') })
    .from(lines)
    .where(and(inQueue('decided'), ne(lines.status, 'requested'), since, seenAs(reader, as)))
    // Keeps SQLite from working out what is compared anew for every comparison.
    .limit(-1)
    .as('requests');
  return reader
    .select({
      firstEnd: countReached(sql`${requests.requestedAt}`, ends),
      pastEnd: countReached(sql`${requests.closedAt}`, ends),
      count: count(),
    })
    .from(requests)
    .groupBy(sql`1`, sql`2`)
    .all();
}

function ages(asked: Asked): Figures['ages'] {
  const { reader, at, timeZone, as } = asked;
  // The oldest begin first in time, and are the last of the ages.
  const starts = agesInDays
    .flatMap(({ to }) => (to === undefined ? [] : [startOfDay(at, -to, timeZone).toISOString()]))
    .toReversed();
  const groups = reader
    .select({
      reached: countReached(sql`${lines.requestedAt}`, starts),
      isOverdue: sql<number>`${isDue('overdue', at, timeZone)}`,
      count: count(),
    })
    .from(lines)
    .where(and(inQueue('requested'), seenAs(reader, as)))
    .groupBy(sql`1`, sql`2`)
    .all();
  return agesInDays.map((age, number) => {
    const reached = starts.length - number;
    const [from, to] = [starts[reached - 1], starts[reached]];
    const requested = {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const mark = (due: DueChoice[], isOverdue: boolean) =>
      markOf(
        asked,
        'requested',
        { requested, due },
        sum(
          groups.filter((each) => each.reached === reached && (each.isOverdue === 1) === isOverdue),
        ),
      );
    return { age, inTime: mark(notOverdue, false), overdue: mark(['overdue'], true) };
  });
}

function decisions(asked: Asked): Pick<Figures, 'decisions' | 'deciders'> {
  const { reader, stretches, as } = asked;
  const [from = '', to = ''] = [stretches[0]?.from, stretches.at(-1)?.to];
  const me = readDesk(reader).me?.person.id;
  const groups = reader
    .select({
      number: countReached(
        sql`${lines.decidedAt}`,
        stretches.slice(1).map((stretch) => stretch.from),
      ),
      action: sql<Action>`${lines.decided} ->> '$.action'`,
      // What waits in this desk's outbox was decided by its person.
      personId: sql<string>`coalesce(${lines.deciderId}, ${me ?? ''})`,
      name: sql<string | null>`max(${lines.decided} ->> '$.byName')`,
      count: count(),
    })
    .from(lines)
    .where(
      and(
        eq(lines.isDecided, true),
        gte(lines.decidedAt, from),
        lt(lines.decidedAt, to),
        seenAs(reader, as),
      ),
    )
    .groupBy(sql`1`, sql`2`, sql`3`)
    .all();
  const byStretch = Map.groupBy(groups, ({ number }) => number);
  return {
    decisions: stretches.map((stretch, number) => {
      const taken = byStretch.get(number) ?? [];
      const mark = (actions: Action[]) => {
        const counted = sum(taken.filter(({ action }) => actions.includes(action)));
        return markOf(asked, 'decided', { decided: stretch, actions }, counted);
      };
      return {
        stretch,
        approved: mark(['approve']),
        rejected: mark(['reject']),
        other: mark(otherActions),
      };
    }),
    deciders: mostFirst(Map.groupBy(groups, ({ personId }) => personId)).map((ids) => {
      const taken = groups.filter(({ personId }) => ids.includes(personId));
      const name = taken.find((each) => each.name !== null)?.name ?? '';
      const by = ids.length > 1 ? 'others' : ids[0] === me ? 'me' : { name };
      const filter = { decided: { from, to }, deciders: ids };
      return { by, mark: markOf(asked, 'decided', filter, sum(taken)) };
    }),
  };
}

function kinds(asked: Asked): Pick<Figures, 'countries' | 'types'> {
  const choices = (facet: 'countries' | 'types') => {
    const filter = { ...noFilter, as: asked.as };
    return facetChoices(asked.reader, { queue: 'requested', filter, facet, text: '' }, asked.at);
  };
  const byCountry = Map.groupBy(choices('countries'), ({ id }) => id);
  return {
    countries: mostFirst(byCountry).map((codes) => ({
      country: codes.length > 1 ? 'others' : (codes[0] ?? ''),
      mark: markOf(
        asked,
        'requested',
        { countries: codes },
        sum(codes.flatMap((code) => byCountry.get(code) ?? [])),
      ),
    })),
    types: choices('types').map(({ id, count: counted }) => {
      const type = roleTypeSchema.parse(id);
      return { type, mark: markOf(asked, 'requested', { types: [type] }, counted) };
    }),
  };
}

/** Each by itself, those with most first; what is behind the named ones together. */
function mostFirst(groups: Map<string, { count: number }[]>): string[][] {
  const ids = [...groups]
    .map(([id, counted]) => ({ id, count: sum(counted) }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  if (ids.length <= namedLimit + 1) return ids.map((id) => [id]);
  return [...ids.slice(0, namedLimit).map((id) => [id]), ids.slice(namedLimit)];
}

function sum(counted: { count: number }[]): number {
  return counted.reduce((total, each) => total + each.count, 0);
}
