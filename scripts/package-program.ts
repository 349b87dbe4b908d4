import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The folder of package.json. */
export const projectFolder = join(import.meta.dirname, '..');

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/**
 * The path of a program that an installed package brings, to be run with Node itself: the links in
 * node_modules/.bin start only from a shell on Windows.
 */
export function packageProgram(packageName: string, program = packageName): string {
  const folder = join(projectFolder, 'node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { bin } = manifestSchema.parse(manifest);
  const path = typeof bin === 'string' ? bin : bin[program];
  if (path === undefined) throw new Error(`${packageName} has no program named ${program}`);
  return join(folder, path);
}
