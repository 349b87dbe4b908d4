import { z } from 'zod';

/** Why a call failed: a value, never an exception, across the border. */
export const deskErrorSchema = z.object({
  code: z.enum([
    'invalid_input',
    'unknown_call',
    'forbidden',
    'not_ready',
    'interrupted',
    'not_found',
    'offline',
    'claimed',
    'too_late',
    'not_possible',
    'disk_full',
    'disk_failing',
    'failed',
  ]),
  /** The field at fault, dotted, where there is one. */
  path: z.string().optional(),
});
export type DeskError = z.infer<typeof deskErrorSchema>;

/** An answer on its way to the window; it travels as one JSON text, the cheapest way through a context bridge. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: DeskError };

/** Thrown by a handler that cannot do what was asked; the border turns it into an answer. */
export class CallRefused extends Error {
  readonly error: DeskError;
  constructor(code: DeskError['code'], path?: string) {
    super(code);
    this.error = path === undefined ? { code } : { code, path };
  }
}
