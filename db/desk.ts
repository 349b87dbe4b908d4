import { desk } from './schema.ts';
import type { Reader, Writer } from './store.ts';

/** Whose store this is, and how far it has come with the registry. */
export type Desk = typeof desk.$inferSelect;

/** The one row about the desk itself. */
export function readDesk(reader: Reader): Desk {
  const row = reader.select().from(desk).get();
  if (!row) throw new Error('the store has no row about its desk');
  return row;
}

/** Changes what is known about the desk itself. */
export function updateDesk(
  writer: Writer,
  change: Partial<Omit<Desk, 'id' | 'environment' | 'deskId'>>,
): void {
  writer.update(desk).set(change).run();
}
