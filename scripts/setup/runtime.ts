import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { downloadElectron } from './electron-download.ts';
import { fallback, installFallback, refreshLaunchers } from './electron-fallback.ts';
import { cacheFolder } from './folders.ts';
import { SetupError, step } from './progress.mjs';

/** The Electron in use. */
export type Runtime = { executable: string; isFallback: boolean };

const nodeModules = join(import.meta.dirname, '..', '..', 'node_modules');
const retryDownloadAfterMs = 24 * 3_600_000;

/**
 * Finds the Electron executable in the user's cache folder, fetching it first if need be: the
 * release that the lock file names, else the fallback for closed networks. A failed download is
 * not tried again for a day. Throws a SetupError where there is neither.
 */
export async function ensureRuntime(): Promise<Runtime> {
  const version = await electronVersion();
  const system = `${process.platform}-${process.arch}`;
  const current = join(cacheFolder(), `electron-${version}-${system}`);
  const failure = `${current}.unreachable`;
  if (existsSync(current)) return downloaded(current);

  const hasFallback = system === 'linux-x64';
  if (!hasFallback || !(await isRecent(failure))) {
    try {
      await step(`Electron ${version}`, () => downloadElectron(current, nodeModules));
      return await downloaded(current);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!hasFallback) {
        throw new SetupError(
          `Electron ${version} could not be downloaded (${reason}). Set HTTPS_PROXY, or ` +
            'ELECTRON_MIRROR to a mirror of its releases, and run the command again.',
        );
      }
      process.stderr.write(`  not downloaded (${reason}); next try in a day\n`);
      await mkdir(dirname(failure), { recursive: true });
      await writeFile(failure, reason);
    }
  }
  return fallbackRuntime();
}

/** Says on stderr that the fallback is in use, if it is. */
export function sayIfFallback({ isFallback }: Runtime): void {
  if (!isFallback) return;
  process.stderr.write(
    `Fallback runtime in use, Electron ${fallback.electron}: ` +
      'for development and tests on closed networks only.\n',
  );
}

async function downloaded(folder: string): Promise<Runtime> {
  // The installer writes down where in dist/ the executable lies.
  const path = await readFile(join(folder, 'path.txt'), 'utf8');
  return { executable: join(folder, 'dist', path), isFallback: false };
}

async function fallbackRuntime(): Promise<Runtime> {
  const folder = join(cacheFolder(), `electron-${fallback.electron}-fallback-linux-x64`);
  if (!existsSync(folder)) {
    await step(`Fallback runtime, Electron ${fallback.electron}`, () => installFallback(folder));
  }
  await refreshLaunchers(folder);
  return { executable: join(folder, fallback.executable), isFallback: true };
}

async function electronVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(join(nodeModules, 'electron', 'package.json'), 'utf8'),
  );
  return z.object({ version: z.string() }).parse(manifest).version;
}

async function isRecent(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < retryDownloadAfterMs;
}
