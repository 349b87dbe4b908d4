import { z } from 'zod';

const figureSchema = z.strictObject({
  name: z.string(),
  unit: z.string(),
  p50: z.number().optional(),
  p95: z.number().optional(),
  p99: z.number().optional(),
  perSecond: z.number().optional(),
  value: z.number().optional(),
});
type Figure = z.infer<typeof figureSchema>;

/** What a bench prints. */
export const reportSchema = z.strictObject({
  bench: z.string(),
  rows: z.int().positive(),
  results: z.array(
    figureSchema.extend({
      /** The floor or the peer, measured in the same run. */
      against: figureSchema.optional(),
      ratio: z.number().optional(),
      /** The limit that was asked for. */
      bar: z.string(),
      /** Whether it is met. */
      holds: z.boolean(),
    }),
  ),
});
export type Report = z.infer<typeof reportSchema>;
export type Result = Report['results'][number];

/** The value that a share of the samples does not exceed (nearest rank). */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return rounded(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN);
}

/** Durations in milliseconds of which the 95th percentile has a limit. */
export function durations(name: string, samples: number[], limitMs: number): Result {
  const p95 = percentile(samples, 0.95);
  return {
    name,
    unit: 'ms',
    p50: percentile(samples, 0.5),
    p95,
    p99: percentile(samples, 0.99),
    bar: `p95 ≤ ${limitMs} ms`,
    holds: p95 <= limitMs,
  };
}

/** A value that may be at most so many times that of its floor. */
export function atMostTimes(
  limit: number,
  value: Figure & { value: number },
  against: Figure & { value: number },
): Result {
  const ratio = rounded(value.value / against.value);
  return { ...value, against, ratio, bar: `≤ ${limit} times`, holds: ratio <= limit };
}

/** A rate that has to reach a share of that of its peer. */
export function atLeastShare(
  limit: number,
  rate: Figure & { perSecond: number },
  against: Figure & { perSecond: number },
): Result {
  const ratio = rounded(rate.perSecond / against.perSecond);
  return { ...rate, against, ratio, bar: `≥ ${limit} times`, holds: ratio >= limit };
}

/** Three decimals are more than any of these measurements can tell. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
