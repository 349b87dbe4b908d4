import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { projectFolder } from '../package-program.ts';

/** How many tests ended how, and which failed: a line each, where that is known. */
export type Counts = { passed: number; failed: number; skipped: number; failures?: string[] };

/** One check that has no tests of its own. */
export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0 };
/** One check that failed, or a runner that did not get to its tests. */
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum over all steps. */
export function sum(all: Counts[]): Required<Counts> {
  return all.reduce<Required<Counts>>(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      failures: [...total.failures, ...(counts.failures ?? [])],
    }),
    { passed: 0, failed: 0, skipped: 0, failures: [] },
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
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/**
 * Counts the JSON report of vitest. A file that failed outside its tests (while it was imported,
 * in a hook) counts as one failure. Throws a ZodError for what is no report.
 */
export function countVitest(report: unknown): Counts {
  const parsed = vitestSchema.parse(report);
  const files = parsed.testResults.map(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const isBroken = status === 'failed' && failed.length === 0;
    return {
      isBroken,
      failures: isBroken
        ? [failure(name, '', message)]
        : failed.map((test) => failure(name, test.fullName, test.failureMessages?.[0])),
    };
  });
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + files.filter(({ isBroken }) => isBroken).length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
    failures: files.flatMap(({ failures }) => failures),
  };
}

/** Where, which test, and the first line of what was wrong. */
function failure(file: string, test: string, message = ''): string {
  const [first = ''] = stripVTControlCharacters(message).split('\n');
  return [relative(projectFolder, file), test, first].filter(Boolean).join(' › ');
}

const suiteSchema = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      tests: z.array(
        z.object({
          status: z.string(),
          results: z.array(
            z.object({ error: z.object({ message: z.string().optional() }).optional() }),
          ),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});
type Suite = z.infer<typeof suiteSchema>;

const playwrightSchema = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(suiteSchema),
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
  const { config, suites, stats, errors } = playwrightSchema.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: suites.flatMap((suite) => failuresOf(config.rootDir, suite)),
  };
}

function failuresOf(folder: string, { file, specs, suites = [] }: Suite): string[] {
  const here = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const failed = results.find(({ error }) => error);
        return failure(join(folder, file), title, failed?.error?.message);
      }),
  );
  return [...here, ...suites.flatMap((suite) => failuresOf(folder, suite))];
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
