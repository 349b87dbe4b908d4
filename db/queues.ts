import { and, asc, count, desc, type SQL } from 'drizzle-orm';
import type {
  Facets,
  PageQuery,
  Queue,
  QueueCounts,
  RolePage,
  RoleRow,
  Sort,
  SortColumn,
} from '../shared/desk/queues.ts';
import { type SeenRole, selectionLimit } from '../shared/desk/selection.ts';
import { claimAt } from '../shared/domain/claim.ts';
import { inQueue, leftBy } from './filter.ts';
import { seenAs } from './positions.ts';
import { lines } from './schema.ts';
import type { Reader } from './store.ts';

const sortColumns = {
  person: lines.personKey,
  body: lines.bodyKey,
  due: lines.dueAt,
  requested: lines.requestedAt,
  decided: lines.decidedAt,
} as const satisfies Record<SortColumn, unknown>;

/** How many roles each queue holds, as one works: see `Filter`. */
export function queueCounts(reader: Reader, as?: string): QueueCounts {
  const seen = seenAs(reader, as);
  const byStatus = reader
    .select({ status: lines.status, count: count() })
    .from(lines)
    .where(seen)
    .groupBy(lines.status)
    .all();
  const of = (queue: Queue) => byStatus.find(({ status }) => status === queue)?.count ?? 0;
  return {
    requested: of('requested'),
    suspended: of('suspended'),
    valid: of('valid'),
    decided: countOf(reader, and(inQueue('decided'), seen)),
  };
}

/** The countries and types in a queue, each with its count, the most frequent first. */
export function queueFacets(reader: Reader, queue: Queue, as?: string): Facets {
  const found = and(inQueue(queue), seenAs(reader, as));
  const countries = reader
    .select({ code: lines.country, count: count() })
    .from(lines)
    .where(found)
    .groupBy(lines.country)
    .orderBy(desc(count()), asc(lines.country))
    .all();
  const types = reader
    .select({ code: lines.type, count: count() })
    .from(lines)
    .where(found)
    .groupBy(lines.type)
    .orderBy(desc(count()), asc(lines.type))
    .all();
  return { countries, types };
}

/** Rows of a queue, filtered and sorted; lines alike in the sorted column stand in the order of their ids. */
export function rolePage(reader: Reader, query: PageQuery, at: Date): RolePage {
  const found = and(inQueue(query.queue), leftBy(reader, query.filter, at));
  const rows = reader
    .select()
    .from(lines)
    .where(found)
    .orderBy(...orderOf(query.sort))
    .limit(query.limit)
    .offset(query.offset)
    .all();
  return { total: countOf(reader, found), rows: rows.map((line) => rowOf(line, at)) };
}

/** The ids of all that a filter leaves in a queue, in its order, at most `selectionLimit`. */
export function matchingRoles(
  reader: Reader,
  query: Pick<PageQuery, 'queue' | 'filter' | 'sort'>,
  at: Date,
): SeenRole[] {
  return reader
    .select({ roleId: lines.id, revision: lines.revision })
    .from(lines)
    .where(and(inQueue(query.queue), leftBy(reader, query.filter, at)))
    .orderBy(...orderOf(query.sort))
    .limit(selectionLimit)
    .all();
}

/** The order of a queue; lines alike in the sorted column stand in the order of their ids. */
export function orderOf({ column, direction }: Sort): SQL[] {
  const turned = direction === 'ascending' ? asc : desc;
  return [turned(sortColumns[column]), turned(lines.id)];
}

function countOf(reader: Reader, condition: SQL | undefined): number {
  return reader.select({ count: count() }).from(lines).where(condition).get()?.count ?? 0;
}

function rowOf(line: typeof lines.$inferSelect, at: Date): RoleRow {
  const claim = line.claim && claimAt({ claim: line.claim }, at.getTime());
  return {
    id: line.id,
    revision: line.revision,
    status: line.status,
    type: line.type,
    function: line.function,
    country: line.country,
    personName: line.personName,
    personEmail: line.personEmail,
    bodyName: line.bodyName,
    ...(line.bodyCode === null ? {} : { bodyCode: line.bodyCode }),
    requestedAt: line.requestedAt,
    dueAt: line.dueAt,
    ...(line.decided ? { decided: line.decided } : {}),
    ...(line.unsent ? { unsent: line.unsent } : {}),
    isSuspendedBySystem: line.isSuspendedBySystem,
    advice: line.advice,
    ...(claim ? { claim } : {}),
  };
}
