import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { packageProgram, projectFolder } from './package-program.ts';
import { execute, step } from './setup/progress.mjs';

const sources = [
  '{shared,db,sync,electron,renderer,locales}/**/*.*',
  '{electron.vite,vite.service}.config.ts',
  'scripts/licences.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const stamp = join(projectFolder, 'out', '.sources');

/** Builds main, preload, service and renderer into out/, unless out/ is of the present sources. */
export async function build(): Promise<void> {
  const hash = sourceHash(projectFolder);
  if (readStamp() === hash) return;
  rmSync(stamp, { force: true });
  const run = (program: string, ...args: string[]) =>
    execute(process.execPath, [packageProgram(program), 'build', '--logLevel', 'warn', ...args], {
      cwd: projectFolder,
    });
  await step('Build', async () => {
    await run('electron-vite');
    await run('vite', '--config', 'vite.service.config.ts');
  });
  writeFileSync(stamp, hash);
}

/** One hash over names and contents of all that goes into the build. */
export function sourceHash(folder: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: folder, exclude: ['**/*.test.*', '**/*.tsbuildinfo'] });
  for (const file of files.sort()) {
    const content = readFileSync(join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.main) await runCommand(build);
