import type Database from 'better-sqlite3';
import type { Connection, Row, Value } from '../sql/connection.ts';

/** A connection to a SQLite file; each statement is prepared once. */
export function sqliteConnection(client: Database.Database): Connection {
  const prepared = new Map<string, Database.Statement<[Record<string, Value>], Row>>();
  const prepare = (statement: string) => {
    const known = prepared.get(statement);
    if (known) return known;
    const made = client.prepare<[Record<string, Value>], Row>(statement);
    // The long ones are of one transaction, with a length of their own.
    if (statement.length < 2000) prepared.set(statement, made);
    return made;
  };
  return {
    rows: async (statement, ...values) => prepare(statement).all(named(values)),
    run: async (statement, ...values) => prepare(statement).run(named(values)).changes,
  };
}

/** `$1` is a parameter by name to SQLite. */
function named(values: Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value, index) => [index + 1, value]));
}
