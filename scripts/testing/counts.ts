import { z } from 'zod';

/** How many tests ended how. */
export type Counts = { passed: number; failed: number; skipped: number };

/** One check that has no tests of its own. */
export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0 };
/** One check that failed, or a runner that did not get to its tests. */
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum over all steps. */
export function sum(all: Counts[]): Counts {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of `npm test`; its form is fixed. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Whether a run counts as good: something ran and nothing failed. */
export function isGood({ passed, failed }: Counts): boolean {
  return failed === 0 && passed > 0;
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/**
 * Counts the JSON report of vitest. A file that failed outside its tests (while it was imported,
 * in a hook) counts as one failure. Throws a ZodError for what is no report.
 */
export function countVitest(report: unknown): Counts {
  const parsed = vitestSchema.parse(report);
  const brokenFiles = parsed.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + brokenFiles.length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
  };
}

const playwrightSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/**
 * Counts the JSON report of Playwright; errors outside tests count as failures, and so do tests
 * that passed only when repeated. Throws a ZodError for what is no report.
 */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightSchema.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a runner that ended with `exitCode` contributes: its report, but a failure it does not own
 * up to, or an empty or missing report, counts as one failed test.
 */
export function countRun(exitCode: number, counts: Counts | undefined): Counts {
  if (counts === undefined) return oneFailed;
  const ranNothing = counts.passed + counts.failed === 0;
  const hidesFailure = exitCode !== 0 && counts.failed === 0;
  return ranNothing || hidesFailure ? sum([counts, oneFailed]) : counts;
}
