import { parseArgs } from 'node:util';
import { z } from 'zod';
import { environmentSchema } from '../shared/domain/vocabulary.ts';
import { usualServiceTarget } from './calendar.ts';
import { issuerUrlSchema } from './sign-in/issuer.ts';

const text = z.string().min(1, 'is empty');

const count = z
  .string()
  .regex(/^\d+$/, 'expected a number, 0 or more')
  .transform(Number)
  .refine(Number.isSafeInteger, 'is too large');

const workingHours = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}$/, 'expected whole hours, such as 9-17')
  .transform((text) => {
    const [opensAt = 0, closesAt = 0] = text.split('-').map(Number);
    return { opensAt, closesAt };
  })
  .refine(
    ({ opensAt, closesAt }) => opensAt < closesAt && closesAt <= 24,
    'expected an hour and a later one, up to 24',
  );

const optionsSchema = z
  .object({
    port: count.refine((port) => port <= 65_535, 'expected 0 to 65535').default(0),
    db: z.string('is missing: sqlite:FILE or postgres://…'),
    dev: z.boolean().default(false),
    /** The database comes from a backup: who knew it before starts afresh. */
    restored: z.boolean().default(false),
    seed: count.optional(),
    'rate-limit': count.optional(),
    /** How long what has left a scope can still be told as gone. */
    'keep-changes-days': count
      .refine((days) => days >= 1 && days <= 36_500, 'expected 1 to 36500')
      .default(90),
    'service-days': count
      .refine((days) => days >= 1 && days <= 60, 'expected 1 to 60')
      .default(usualServiceTarget.workingDays),
    'working-hours': workingHours.default(usualServiceTarget.hours),
    issuer: issuerUrlSchema.optional(),
    audience: text.optional(),
    'client-id': text.optional(),
    random: text.default('1'),
    environment: z
      .string()
      .pipe(z.enum(environmentSchema.options, `expected ${environmentSchema.options.join(', ')}`))
      .default('training'),
  })
  .refine(({ dev, issuer }) => !dev || issuer === undefined, {
    path: ['issuer'],
    error: 'goes without --dev: one of them says whose tokens are good',
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
      restored: { type: 'boolean' },
      seed: { type: 'string' },
      'rate-limit': { type: 'string' },
      'keep-changes-days': { type: 'string' },
      'service-days': { type: 'string' },
      'working-hours': { type: 'string' },
      issuer: { type: 'string' },
      audience: { type: 'string' },
      'client-id': { type: 'string' },
      random: { type: 'string' },
      environment: { type: 'string' },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`--${issue?.path.join('.')} ${issue?.message}`);
}
