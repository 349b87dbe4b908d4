import { parseArgs } from 'node:util';
import { ensurePostgres } from './setup/postgres.ts';
import type { Step } from './testing/checks.ts';
import { runVitest } from './testing/runners.ts';
import { runSteps } from './testing/steps.ts';

/** A part of the soak: how often it does what it does, and in which files of which project. */
interface Part {
  name: string;
  project: 'integration' | 'faults' | 'postgres';
  files: string[];
  /** The variable that says how often, and how often that is here. */
  count: string;
  times: number;
  seed: string;
}

const registry = 'tests/integration/registry';
const parts: Part[] = [
  {
    ...part('model', 1000, ['tests/model', 'tests/variants/histories']),
    count: 'ROLEDESK_MODEL_HISTORIES',
  },
  part('cuts', 1000, [`${registry}/cut.`, 'tests/variants/cuts']),
  part('races', 1000, [`${registry}/race.`, 'tests/variants/races']),
  part('malformed', 10_000, [`${registry}/malformed`]),
  part('kills', 100, [`${registry}/crash.`]),
  {
    ...part('skips', 10_000, ['tests/postgres/skips', 'tests/variants/skips']),
    project: 'postgres',
  },
  part('desks', 5000, ['tests/desks/histories', 'tests/variants/desks']),
  part('deletions', 500, ['tests/integration/desk/deletions']),
  part('persons', 200, ['tests/integration/desk/persons']),
  // For each of the named moments.
  {
    ...fault('crashes', 50, 'crashPoints'),
    files: ['crashPoints', 'setAside', 'migrations'].map((file) => `tests/faults/${file}`),
  },
  fault('random_kills', 500, 'randomKills'),
  fault('damage', 200, 'damage'),
  fault('migrations', 200, 'migrations'),
];

function part(name: string, times: number, files: string[]): Part {
  const variable = `ROLEDESK_${name.toUpperCase()}`;
  return { name, project: 'integration', files, count: variable, times, seed: `${variable}_SEED` };
}

function fault(name: string, times: number, file: string): Part {
  return { ...part(name, times, [`tests/faults/${file}`]), project: 'faults' };
}

/** A part as a step; a number given for its count in the environment stands. */
function stepOf(
  { name, project, files, count, times, seed }: Part,
  wanted: string | undefined,
): Step {
  return {
    name,
    run: async () => {
      if (project === 'postgres') await ensurePostgres();
      const env = {
        ...process.env,
        [count]: process.env[count] ?? String(times),
        ...(wanted !== undefined && { [seed]: wanted }),
      };
      console.log(`${count}=${env[count]}`);
      return runVitest(project, files, env);
    },
  };
}

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } });
await runSteps(
  parts.map((each) => stepOf(each, values.seed)),
  values.only,
);
