import type { ClientBase } from 'pg';
import type { Connection } from '../sql/connection.ts';

/** A connection to PostgreSQL; each statement is prepared once. */
export function postgresConnection(client: ClientBase): Connection {
  const names = new Map<string, string>();
  const query = (text: string, values: unknown[]) => {
    // The long ones are of one transaction, with a length of their own.
    if (text.length >= 2000) return client.query({ text, values });
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return client.query({ name, text, values });
  };
  return {
    rows: async (statement, ...values) => (await query(statement, values)).rows,
    run: async (statement, ...values) => (await query(statement, values)).rowCount ?? 0,
  };
}
