import { eq, inArray, sql } from 'drizzle-orm';
import type { OutboxState } from '../shared/desk/outbox.ts';
import { fullName } from '../shared/domain/person.ts';
import type { Action, RoleType } from '../shared/domain/vocabulary.ts';
import type { Decision } from '../shared/wire/decisions.ts';
import { readDesk } from './desk.ts';
import { keysOf } from './exporting.ts';
import { lines, outbox, recorded, roles } from './schema.ts';
import type { Reader } from './store.ts';

/** A decision that this desk knows: the last one of a role by anybody, or one of its own. */
export interface LoggedDecision {
  id: string;
  roleId: string;
  /** Where it is: on record, or where in this desk's outbox. */
  state: 'recorded' | OutboxState;
  action: Action;
  personName: string;
  bodyName: string;
  /** How the role stands now; absent where it has left this desk's scope. */
  role?: { revision: number; type: RoleType; function: string; country: string };
  /** Unknown until the registry was reached once. */
  by: { personId: string; name: string } | undefined;
  /** By the clock of the desk that decided. */
  decidedAt: string;
  /** By the clock of the registry. */
  recordedAt?: string;
  /** The revision that the person saw, and the desk: known of decisions of this desk. */
  baseRevision?: number;
  desk?: string;
  reason?: string;
  message?: string;
  /** The registry's code, where it refused. */
  code?: string;
}

/** Where a decision of the log comes from: the lowest digit of its key, to base 3. */
const sources = { role: 0, recorded: 1, outbox: 2 } as const;
const base = Object.keys(sources).length;

/**
 * The keys of all decisions that this desk knows, the latest by the deciding desk's clock first. A decision of this desk
 * that is still the last one of its role stands once.
 */
export function logKeys(reader: Reader): number[] {
  // The line tells when its role was decided on, but of a decision that waits here it tells that one's moment.
  const recordedAtRole = sql`CASE WHEN ${lines.unsent} IS NULL THEN ${lines.decidedAt}
    ELSE ${roles.document} ->> '$.lastDecision.decidedAt' END`;
  return keysOf(
    reader,
    sql`
    SELECT ${roles}.rowid * ${sql.raw(`${base} + ${sources.role}`)} AS key, ${recordedAtRole} AS at
      FROM ${lines} JOIN ${roles} ON ${roles.id} = ${lines.id}
      WHERE ${lines.isDecided} AND at IS NOT NULL
    UNION ALL
    SELECT ${recorded}.rowid * ${sql.raw(`${base} + ${sources.recorded}`)}, ${recorded.decision} ->> '$.decidedAt'
      FROM ${recorded}
      WHERE NOT EXISTS (
        SELECT 1 FROM ${roles} WHERE ${roles.id} = ${recorded.decision} ->> '$.roleId'
          AND ${roles.document} ->> '$.lastDecision.id' = ${recorded.id})
    UNION ALL
    SELECT ${outbox.number} * ${sql.raw(`${base} + ${sources.outbox}`)}, ${outbox.decision} ->> '$.decidedAt'
      FROM ${outbox}
    ORDER BY at DESC, key`,
  );
}

/** The decisions of these keys in their order; what has gone since is left out. */
export function loggedDecisions(reader: Reader, keys: number[]): LoggedDecision[] {
  const of = (source: number) =>
    keys.filter((key) => key % base === source).map((key) => Math.floor(key / base));
  const found = new Map([
    ...lastDecisions(reader, of(sources.role)),
    ...recordedHere(reader, of(sources.recorded)),
    ...unsent(reader, of(sources.outbox)),
  ]);
  return keys.flatMap((key) => found.get(key) ?? []);
}

type Keyed = [key: number, decision: LoggedDecision];

function lastDecisions(reader: Reader, rowIds: number[]): Keyed[] {
  const rows = reader
    .select({ rowId: sql<number>`${roles}.rowid`, role: roles.document, line: lines })
    .from(roles)
    .innerJoin(lines, eq(lines.id, roles.id))
    .where(inArray(sql`${roles}.rowid`, rowIds))
    .all();
  const ids = rows.flatMap(({ role }) => role.lastDecision?.id ?? []);
  const own = new Map(
    reader
      .select()
      .from(recorded)
      .where(inArray(recorded.id, ids))
      .all()
      .map(({ decision }) => [`${decision.id} ${decision.roleId}`, decision]),
  );
  return rows.flatMap(({ rowId, role, line }): Keyed[] => {
    if (!role.lastDecision) return [];
    const { personName, bodyName, revision, type, country } = line;
    const { id } = role.lastDecision;
    const here = own.get(`${id} ${role.id}`);
    return [
      [
        rowId * base + sources.role,
        {
          ...role.lastDecision,
          ...{ roleId: role.id, state: 'recorded', personName, bodyName },
          role: { revision, type, function: line.function, country },
          ...(here ? seenHere(here) : {}),
        },
      ],
    ];
  });
}

function recordedHere(reader: Reader, rowIds: number[]): Keyed[] {
  const by = personHere(reader);
  return reader
    .select({ rowId: sql<number>`${recorded}.rowid`, entry: recorded, line: lines })
    .from(recorded)
    .leftJoin(lines, eq(lines.id, sql`${recorded.decision} ->> '$.roleId'`))
    .where(inArray(sql`${recorded}.rowid`, rowIds))
    .all()
    .map(({ rowId, entry, line }) => [
      rowId * base + sources.recorded,
      { ...ownOf(entry, line), by, state: 'recorded', recordedAt: entry.recordedAt },
    ]);
}

function unsent(reader: Reader, numbers: number[]): Keyed[] {
  const by = personHere(reader);
  return reader
    .select({ entry: outbox, line: lines })
    .from(outbox)
    .leftJoin(lines, eq(lines.id, outbox.roleId))
    .where(inArray(outbox.number, numbers))
    .all()
    .map(({ entry, line }) => [
      entry.number * base + sources.outbox,
      {
        ...ownOf(entry, line),
        by,
        state: entry.state,
        ...(entry.code === null ? {} : { code: entry.code }),
      },
    ]);
}

function ownOf(
  { decision, personName, bodyName }: { decision: Decision; personName: string; bodyName: string },
  line: typeof lines.$inferSelect | null,
) {
  const { id, roleId, action, decidedAt, reason, message } = decision;
  return {
    ...{ id, roleId, action, decidedAt, personName, bodyName, ...seenHere(decision) },
    ...(line
      ? {
          role: {
            revision: line.revision,
            type: line.type,
            function: line.function,
            country: line.country,
          },
        }
      : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
  };
}

function seenHere({ baseRevision, desk }: Decision) {
  return { baseRevision, desk };
}

/** Who decides at this desk: a store is one person's. */
function personHere(reader: Reader): LoggedDecision['by'] {
  const person = readDesk(reader).me?.person;
  return person && { personId: person.id, name: fullName(person) };
}
