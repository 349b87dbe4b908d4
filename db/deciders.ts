import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import { decidersNamed, type MayDecide } from '../shared/desk/detail.ts';
import { seatsOver } from '../shared/domain/seats.ts';
import type { Judge, KnownRole } from './judge.ts';
import { lines, roles } from './schema.ts';
import type { Reader } from './store.ts';

/**
 * Who may decide on a role beside this desk's person (rule 2): from the seats over it, nearest first, with the people
 * whose valid roles this desk sees. Nobody decides on a role of their own (rule 3), so the role's person is not named.
 */
export function decidersOf(reader: Reader, judge: Judge, known: KnownRole): MayDecide[] {
  const placed = judge.decided(known);
  const unnamed = [judge.decider.personId, known.person.id];
  const deciding = [...seatsOver(placed)].flatMap(([seat, decides]) => (decides ? [seat] : []));
  return deciding.flatMap((seat): MayDecide | [] => {
    const [kind, id = ''] = seat.split(':');
    if (kind === 'posts') return { as: 'posts', country: id, people: [], more: 0 };
    const body = judge.body(id);
    // In an operator that came with its request there is nobody yet.
    if (!body || (kind === 'within' && body.status === 'pending')) return [];
    const { id: bodyId, name } = body;
    if (kind === 'within') {
      return { as: 'within', bodyId, name, ...peopleIn(reader, bodyId, unnamed, true) };
    }
    const people = peopleIn(reader, bodyId, unnamed, false);
    return { as: 'above', bodyId, name, function: body.kind ?? body.type, ...people };
  });
}

/** People with a valid role in a body, its administrators alone where only those count, by name. */
function peopleIn(reader: Reader, bodyId: string, unnamed: string[], onlyAdministrators: boolean) {
  const found = reader
    .select({
      id: roles.personId,
      name: lines.personName,
      isAdmin: sql<number>`json_extract(${roles.document}, '$.isAdmin')`,
    })
    .from(roles)
    .innerJoin(lines, eq(lines.id, roles.id))
    .where(
      and(
        eq(roles.bodyId, bodyId),
        // Its plus keeps SQLite from the index by status: that one leads through every valid role.
        sql`+${lines.status} = 'valid'`,
        notInArray(roles.personId, unnamed),
      ),
    )
    .orderBy(asc(lines.personKey))
    .all()
    .filter((person) => person.isAdmin || !onlyAdministrators);
  const names = [...new Map(found.map(({ id, name }) => [id, name])).values()];
  return {
    people: names.slice(0, decidersNamed),
    more: Math.max(0, names.length - decidersNamed),
  };
}
