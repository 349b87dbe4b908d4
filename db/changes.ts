import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Body } from '../shared/domain/body.ts';
import type { Role } from '../shared/domain/role.ts';
import type { Change, Changes } from '../shared/wire/changes.ts';
import { readDesk, updateDesk } from './desk.ts';
import { personsOf, refreshLines, rolesNaming } from './lines.ts';
import { reach } from './moments.ts';
import { bodies, persons, roles } from './schema.ts';
import { chunked, chunkSize, type Store, type Writer } from './store.ts';

/** What a page brought. */
export interface TakenIn {
  /** Roles that were not here before; none during a pull from the start. */
  entered: string[];
}

/**
 * Takes in a page of changes: the page and its cursor in one transaction. The end of a pull from the start sweeps what
 * that pull did not name.
 */
export function takeIn(store: Store, page: Changes): TakenIn {
  const taken = store.write((writer) => {
    const { pullNumber, pullDone, pulled } = readDesk(writer);
    const latest = latestOf(page.changes);
    const entered = pullDone ? newRoles(writer, latest) : [];
    applyChanges(writer, latest, pullNumber);
    const ends = !pullDone && !page.hasMore;
    if (ends) sweep(writer, pullNumber);
    updateDesk(writer, {
      cursor: page.cursor,
      pullDone: pullDone || ends,
      pulled: pullDone ? pulled : pulled + page.changes.length,
    });
    reach('page:written');
    return { entered };
  });
  reach('page:kept');
  return taken;
}

/** Begins to pull from the start: the registry no longer knows the cursor. The outbox stays. */
export function startAfresh(store: Store): void {
  store.write((writer) => {
    const { pullNumber } = readDesk(writer);
    updateDesk(writer, { cursor: null, pullNumber: pullNumber + 1, pullDone: false, pulled: 0 });
  });
  reach('afresh:kept');
}

/**
 * Keeps a role as a decision's answer gave it, where it is here and no pull has brought a newer one. A role that is not
 * here comes by a pull or not at all: an answer that had to be asked for twice still shows what has left the scope since.
 */
export function keepAnswered(writer: Writer, role: Role): void {
  const { id, bodyId, personId, revision } = role;
  const isNotNewer = sql`json_extract(${roles.document}, '$.revision') <= ${revision}`;
  // The pull number stays: whether a pull from the start has named the role is not for an answer to say.
  writer
    .update(roles)
    .set({ bodyId, personId, document: role })
    .where(and(eq(roles.id, id), isNotNewer))
    .run();
}

/** Of several changes of one thing in a page only the last counts. */
function latestOf(changes: Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

function newRoles(writer: Writer, changes: Change[]): string[] {
  const ids = changes.flatMap((change) => (change.kind === 'role' ? change.id : []));
  const known = writer.select({ id: roles.id }).from(roles).where(inArray(roles.id, ids)).all();
  const knownIds = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !knownIds.has(id));
}

const replacedDocument = {
  document: sql`excluded.document`,
  pullNumber: sql`excluded.pull_number`,
};
const replacedBody = {
  ...replacedDocument,
  parentId: sql`excluded.parent_id`,
};
const replacedRole = {
  ...replacedDocument,
  bodyId: sql`excluded.body_id`,
  personId: sql`excluded.person_id`,
};

function applyChanges(writer: Writer, changes: Change[], pullNumber: number): void {
  const changedBodies = changes.flatMap((each) => (each.kind === 'body' ? each.body : []));
  const changedPersons = changes.flatMap((each) => (each.kind === 'person' ? each.person : []));
  const changedRoles = changes.flatMap((each) => (each.kind === 'role' ? each.role : []));
  const gone = changes.flatMap((each) => (each.kind === 'gone' ? each : []));
  const goneOf = (of: 'body' | 'person' | 'role') =>
    gone.filter((each) => each.of === of).map(({ id }) => id);

  if (changedBodies.length > 0) {
    const rows = changedBodies.map((body) => bodyRow(body, pullNumber));
    const set = replacedBody;
    writer.insert(bodies).values(rows).onConflictDoUpdate({ target: bodies.id, set }).run();
  }
  if (changedPersons.length > 0) {
    const rows = changedPersons.map((document) => ({ id: document.id, document, pullNumber }));
    const set = replacedDocument;
    writer.insert(persons).values(rows).onConflictDoUpdate({ target: persons.id, set }).run();
  }
  if (changedRoles.length > 0) {
    const rows = changedRoles.map((role) => roleRow(role, pullNumber));
    const set = replacedRole;
    writer.insert(roles).values(rows).onConflictDoUpdate({ target: roles.id, set }).run();
  }
  const bereft = personsOf(writer, inArray(roles.id, goneOf('role')));
  writer
    .delete(roles)
    .where(inArray(roles.id, goneOf('role')))
    .run();
  writer
    .delete(bodies)
    .where(inArray(bodies.id, goneOf('body')))
    .run();
  writer
    .delete(persons)
    .where(inArray(persons.id, goneOf('person')))
    .run();
  refreshLines(writer, [
    ...changedRoles.map(({ id }) => id),
    ...rolesNaming(
      writer,
      [...changedBodies.map(({ id }) => id), ...goneOf('body')],
      [...changedPersons.map(({ id }) => id), ...goneOf('person'), ...bereft],
    ),
  ]);
}

function bodyRow(body: Body, pullNumber: number): typeof bodies.$inferInsert {
  return { id: body.id, parentId: body.parentId ?? null, document: body, pullNumber };
}

function roleRow(role: Role, pullNumber: number): typeof roles.$inferInsert {
  const { id, bodyId, personId } = role;
  return { id, bodyId, personId, document: role, pullNumber };
}

function sweep(writer: Writer, pullNumber: number): void {
  const bereft = personsOf(writer, lt(roles.pullNumber, pullNumber));
  for (const table of [roles, bodies, persons]) {
    writer.delete(table).where(lt(table.pullNumber, pullNumber)).run();
  }
  for (const persons of chunked(bereft, chunkSize)) {
    refreshLines(writer, rolesNaming(writer, [], persons));
  }
}
