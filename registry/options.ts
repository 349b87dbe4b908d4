import { parseArgs } from 'node:util';
import { z } from 'zod';
import { environmentSchema } from '../shared/domain/vocabulary.ts';

const count = z
  .string()
  .regex(/^\d+$/, 'expected a number, 0 or more')
  .transform(Number)
  .refine(Number.isSafeInteger, 'is too large');

const optionsSchema = z.object({
  port: count.refine((port) => port <= 65_535, 'expected 0 to 65535').default(0),
  db: z.string('is missing: sqlite:FILE'),
  dev: z.boolean().default(false),
  seed: count.optional(),
  random: z.string().min(1, 'is empty').default('1'),
  environment: z
    .string()
    .pipe(z.enum(environmentSchema.options, `expected ${environmentSchema.options.join(', ')}`))
    .default('training'),
});
export type Options = z.infer<typeof optionsSchema>;

/**
 * What the command line asks for (PROTOCOL: the command `registry`).
 * @throws {Error} naming the flag at fault
 */
export function optionsFrom(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      db: { type: 'string' },
      dev: { type: 'boolean' },
      seed: { type: 'string' },
      random: { type: 'string' },
      environment: { type: 'string' },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`--${issue?.path.join('.')} ${issue?.message}`);
}
