import type { Connection, Value } from './connection.ts';
import { documentRow, idRow, numberRow } from './rows.ts';

/** The documents that a statement gives as its column `document`; what is in them was checked when it was kept. */
export async function documents<T>(
  db: Connection,
  statement: string,
  ...values: Value[]
): Promise<T[]> {
  const rows = await db.rows(statement, ...values);
  return rows.map((row): T => JSON.parse(documentRow.parse(row).document));
}

/** The first of the documents that a statement gives. */
export async function document<T>(
  db: Connection,
  statement: string,
  ...values: Value[]
): Promise<T | undefined> {
  return (await documents<T>(db, statement, ...values))[0];
}

/** What a statement gives as its column `id`. */
export async function ids(
  db: Connection,
  statement: string,
  ...values: Value[]
): Promise<string[]> {
  const rows = await db.rows(statement, ...values);
  return rows.map((row) => idRow.parse(row).id);
}

/** The number that a statement gives as its column `number`, 0 where there is none. */
export async function number(
  db: Connection,
  statement: string,
  ...values: Value[]
): Promise<number> {
  const [row] = await db.rows(statement, ...values);
  return row === undefined ? 0 : numberRow.parse(row).number;
}
