import { globSync } from 'node:fs';
import { build } from '../build.ts';
import { findForbiddenImports } from '../checks/imports.ts';
import { findLongFiles } from '../checks/lengths.ts';
import { checkLocales } from '../locales/check.ts';
import { packageProgram, projectFolder } from '../package-program.ts';
import { type Counts, oneFailed, onePassed } from './counts.ts';
import { runQuietly } from './run.ts';

/** A part of `npm test`. */
export type Step = { name: string; run: () => Promise<Counts> };

/** The checks that need no test runner, in the order in which they run. Each counts as one test. */
export const checks: Step[] = [
  program('format', '@biomejs/biome', 'biome', ['ci', '.']),
  { name: 'types', run: checkTypes },
  { name: 'imports', run: async () => report(await findForbiddenImports(projectFolder)) },
  program('dead-code', 'knip', 'knip', []),
  { name: 'lengths', run: async () => report(findLongFiles(projectFolder)) },
  { name: 'locales', run: async () => report(checkLocales(projectFolder)) },
  { name: 'build', run: () => build().then(() => onePassed) },
];

/** One check: the findings are printed, and any makes it fail. */
function report(findings: string[]): Counts {
  for (const finding of findings) console.log(finding);
  return findings.length === 0 ? onePassed : oneFailed;
}

function program(name: string, packageName: string, bin: string, args: string[]): Step {
  return {
    name,
    run: async () => {
      const { exitCode, output } = await runQuietly(packageProgram(packageName, bin), args);
      return report(exitCode === 0 ? [] : [output]);
    },
  };
}

/** Type-checks every folder that has a tsconfig.json, two at a time. */
async function checkTypes(): Promise<Counts> {
  const waiting = globSync('*/tsconfig.json', { cwd: projectFolder }).sort();
  if (waiting.length === 0) return report(['There is no tsconfig.json.']);
  const findings: string[] = [];
  const work = async () => {
    for (let config = waiting.shift(); config; config = waiting.shift()) {
      const args = ['-p', config, '--pretty'];
      const { exitCode, output } = await runQuietly(packageProgram('typescript', 'tsc'), args);
      if (exitCode !== 0) findings.push(`${config}:\n${output}`);
    }
  };
  await Promise.all([work(), work()]);
  return report(findings);
}
