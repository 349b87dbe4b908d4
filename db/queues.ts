import { and, asc, count, desc, type SQL } from 'drizzle-orm';
import {
  type DeadlineCounts,
  noFilter,
  type PageQuery,
  type Queue,
  type QueueCounts,
  type RolePage,
  type RoleRow,
  type Sort,
  type SortColumn,
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

/** How many requested roles are overdue or due today at a moment, as one works. */
export function deadlineCounts(reader: Reader, as: string | undefined, at: Date): DeadlineCounts {
  const of = (choice: keyof DeadlineCounts) =>
    matchingCount(reader, { queue: 'requested', filter: { ...noFilter, due: [choice], as } }, at);
  return { overdue: of('overdue'), today: of('today') };
}

/** How many roles a filter leaves in a queue at a moment. */
export function matchingCount(
  reader: Reader,
  { queue, filter }: Pick<PageQuery, 'queue' | 'filter'>,
  at: Date,
): number {
  return countOf(reader, and(inQueue(queue), leftBy(reader, filter, at)));
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
