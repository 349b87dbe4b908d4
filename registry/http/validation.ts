import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { fieldErrors } from './fieldErrors.ts';
import { type FieldError, Problem } from './problem.ts';
import { textErrors } from './text.ts';

/** More fields at fault than this are not told. */
const mostErrors = 100;

/** Checks every part of a request against its schema; what does not fit is 400 with the fields at fault. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (input: unknown) => {
    const unkeepable = textErrors(input);
    if (unkeepable.length > 0) return { error: invalid(unkeepable) };
    const parsed = schema.safeParse(input);
    if (parsed.success) return { value: parsed.data };
    return { error: invalid(fieldErrors(parsed.error.issues, input)) };
  };

function invalid(errors: FieldError[]): Problem {
  return new Problem(400, 'invalid_request', { errors: errors.slice(0, mostErrors) });
}
