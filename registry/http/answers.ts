import { z } from 'zod';
import { problemMediaType, problemSchema } from '../../shared/wire/problem.ts';

/** The answers of a call as OpenAPI tells them: what it gives, and a problem document for everything else. */
export function answers<S extends z.ZodType>(schema: S) {
  return { 200: schema, ...failing };
}

/** What any call can answer instead. */
export const failing = {
  default: {
    description: 'Problem (RFC 9457)',
    content: { [problemMediaType]: { schema: problemSchema } },
  },
};

/** The `{id}` of a path. */
export const idParams = z.strictObject({ id: z.uuid() });
