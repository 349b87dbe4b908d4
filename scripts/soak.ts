import { parseArgs } from 'node:util';
import type { Step } from './testing/checks.ts';
import { runVitest } from './testing/runners.ts';
import { runSteps } from './testing/steps.ts';

/** A part of the soak: how often it does what it does, and in which files. */
type Part = { name: string; files: string[]; count: string; times: number; seed: string };

const registry = 'tests/integration/registry';
const parts: Part[] = [
  part('model', ['tests/model', 'tests/variants/histories'], 'ROLEDESK_MODEL_HISTORIES', 1000),
  part('cuts', [`${registry}/cut.`, 'tests/variants/cuts'], 'ROLEDESK_CUTS', 1000),
  part('races', [`${registry}/race.`, 'tests/variants/races'], 'ROLEDESK_RACES', 1000),
  part('malformed', [`${registry}/malformed`], 'ROLEDESK_MALFORMED', 10_000),
  part('kills', [`${registry}/crash.`], 'ROLEDESK_KILLS', 100),
];

function part(name: string, files: string[], count: string, times: number): Part {
  return { name, files, count, times, seed: `ROLEDESK_${name.toUpperCase()}_SEED` };
}

/** A part as a step; a number given for its count in the environment stands. */
function stepOf({ name, files, count, times, seed }: Part, wanted: string | undefined): Step {
  return {
    name,
    run: () => {
      const env = {
        ...process.env,
        [count]: process.env[count] ?? String(times),
        ...(wanted !== undefined && { [seed]: wanted }),
      };
      console.log(`${count}=${env[count]}`);
      return runVitest('integration', files, env);
    },
  };
}

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } });
await runSteps(
  parts.map((each) => stepOf(each, values.seed)),
  values.only,
);
