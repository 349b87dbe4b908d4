import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { fieldErrors } from './fieldErrors.ts';
import { Problem } from './problem.ts';

/** Checks every part of a request against its schema; what does not fit is 400 with the fields at fault. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (input: unknown) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return { value: parsed.data };
    const errors = fieldErrors(parsed.error.issues, input);
    return { error: new Problem(400, 'invalid_request', { errors }) };
  };
