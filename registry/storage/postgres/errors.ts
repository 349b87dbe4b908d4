import pg from 'pg';

/** What PostgreSQL says when it goes, starts, is full, or has become a standby: classes 08 and 57P, and single codes. */
const unavailable = /^(08...|57P..|53300|25P03|25006)$/;

/** What networks say. */
const network = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/** Whether an error says that the database is out of reach, and that the connection is of no more use. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return unavailable.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return network.has(String(code)) || /^(Connection terminated|Client has enc)/.test(error.message);
}

/** A transaction that came too late: another one was first, or the two wait for each other. It can be done again. */
const overtaken = new Set(['40001', '40P01', '23505']);

/** Whether a transaction failed only because others ran beside it. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof pg.DatabaseError && overtaken.has(error.code ?? '');
}
