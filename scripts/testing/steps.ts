import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOnSignals } from '../command.ts';
import type { Step } from './checks.ts';
import { type Counts, closingLine, isGood, oneFailed, sum } from './counts.ts';

/**
 * Runs steps, prints how each ended and the closing line, and sets the exit code.
 * @param only names of the steps to run, between commas; all unless set
 */
export async function runSteps(steps: Step[], only: string | undefined): Promise<void> {
  exitOnSignals();
  // Tests leave stores and profiles behind: all of them go with the run.
  const scratch = mkdtempSync(join(tmpdir(), 'roledesk-test-'));
  // PostgreSQL runs as a user of its own where the tests run as root: it has to get through.
  chmodSync(scratch, 0o711);
  process.env.TMPDIR = scratch;
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const wanted = only?.split(',');
  const unknown = wanted?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
  const results: Counts[] = [];
  if (unknown.length > 0) {
    console.log(
      `No step is named ${unknown.join(', ')}: ${steps.map((step) => step.name).join(', ')}`,
    );
    results.push(oneFailed);
  } else {
    for (const step of steps) {
      if (wanted?.includes(step.name) ?? true) results.push(await run(step));
    }
  }
  const total = sum(results);
  if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.join('\n')}`);
  console.log(`\n${closingLine(total)}`);
  process.exitCode = isGood(total) ? 0 : 1;
}

/** Runs one step and says how it ended; what it throws is one failure. */
async function run(step: Step): Promise<Counts> {
  console.log(`\n── ${step.name}`);
  const startedMs = performance.now();
  const counts = await step.run().catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return oneFailed;
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const { passed, failed, skipped } = counts;
  const mark = isGood(counts) ? '✓' : '✗';
  console.log(
    `${mark} ${step.name}: ${passed} good, ${failed} bad, ${skipped} left out, ${seconds} s`,
  );
  // A check, or a runner that did not get to its tests, goes by its own name.
  const isNamed = failed === 0 || (counts.failures?.length ?? 0) > 0;
  return isNamed ? counts : { ...counts, failures: [step.name] };
}
