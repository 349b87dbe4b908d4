import { z } from 'zod';

/** An error of the registry: RFC 9457 with a stable `code`, and the fields at fault. */
export const problemSchema = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** The request as the registry's log calls it. */
  instance: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The media type of RFC 9457. */
export const problemMediaType = 'application/problem+json';
