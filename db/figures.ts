import { count } from 'drizzle-orm';
import type { StoreFigures } from '../shared/desk/about.ts';
import { newestSchema } from './migrate.ts';
import { bodies, outbox, persons, roles } from './schema.ts';
import type { Reader } from './store.ts';

type Counted = Pick<StoreFigures, 'schema' | 'roles' | 'bodies' | 'persons' | 'outbox'>;

/** How much lies in the store, and in which schema. */
export function countStore(reader: Reader): Counted {
  const states = reader
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  const counted = (table: typeof roles | typeof bodies | typeof persons) =>
    reader.select({ count: count() }).from(table).get()?.count ?? 0;
  return {
    schema: newestSchema,
    roles: counted(roles),
    bodies: counted(bodies),
    persons: counted(persons),
    outbox: Object.fromEntries(states.map((each) => [each.state, each.count])),
  };
}
