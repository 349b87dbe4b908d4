import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { projectFolder } from '../package-program.ts';

const rooms = ['shared', 'db', 'sync', 'electron', 'renderer', 'locales', 'registry'];
const others = ['scripts', 'bench', 'tests'];

/**
 * The imports in `folder` that the project's rules (.dependency-cruiser.cjs) forbid, a line each.
 * A run that looked at no module of ours is a finding too: the tool calls that a success.
 */
export async function findForbiddenImports(folder: string): Promise<string[]> {
  const options = await extractOptions(join(projectFolder, '.dependency-cruiser.cjs'));
  const present = [...rooms, ...others].filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return [nothingSeen];
  const { output } = await cruise(present, { ...options, baseDir: folder });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered: ${output}`);
  const isOurs = ({ source }: { source: string }) =>
    /\.tsx?$/.test(source) && rooms.some((room) => source.startsWith(`${room}/`));
  if (!output.modules.some(isOurs)) return [nothingSeen];
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

const nothingSeen = 'no-modules: the import rules saw no module of ours';
