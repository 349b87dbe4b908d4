import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageProgram, projectFolder } from '../package-program.ts';
import { ensurePostgres } from '../setup/postgres.ts';
import { setUpWindow } from '../window.ts';
import type { Step } from './checks.ts';
import { type Counts, countPlaywright, countRun, countVitest } from './counts.ts';
import { runVisibly } from './run.ts';

const reports = join(projectFolder, 'test-results', 'reports');

/** The test runners, in the order in which they run. Their tests count as they are. */
export const runners: Step[] = [
  vitest('unit'),
  vitest('integration'),
  { name: 'postgres', run: () => ensurePostgres().then(() => runVitest('postgres', [])) },
  vitest('faults'),
  { name: 'e2e', run: runPlaywright },
];

function vitest(project: string): Step {
  return { name: project, run: () => runVitest(project, []) };
}

/** Runs the tests of a project: all, or those in files whose path has one of these texts in it. */
export async function runVitest(
  project: string,
  files: string[],
  env?: NodeJS.ProcessEnv,
): Promise<Counts> {
  const report = freshReport(project);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', ...files];
  args.push(`--outputFile.json=${report}`);
  const exitCode = await runVisibly(packageProgram('vitest'), args, env);
  return countRun(exitCode, readReport(report, countVitest));
}

async function runPlaywright(): Promise<Counts> {
  const window = await setUpWindow('tests');
  try {
    const report = freshReport('e2e');
    const env = { ...window.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const program = packageProgram('@playwright/test', 'playwright');
    const exitCode = await runVisibly(program, ['test', '--reporter=list,json'], env);
    return countRun(exitCode, readReport(report, countPlaywright));
  } finally {
    await window.close();
  }
}

/** The path of a report that does not exist yet: an old one would hide a crash. */
function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const path = join(reports, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

function readReport(path: string, count: (report: unknown) => Counts): Counts | undefined {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    console.error(`No report of the tests: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
