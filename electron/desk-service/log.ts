import { type Logger, pino } from 'pino';

/** The log of the service, one JSON line each on stderr. */
export function stderrLog(): Logger {
  return pino({ name: 'desk-service' }, pino.destination({ dest: 2, sync: true }));
}

/** What may be logged of an error: its kind and place. Messages are left out, they can quote a person's data. */
export function describeError(error: unknown): { error: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim());
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(at ? { at } : {}),
  };
}
