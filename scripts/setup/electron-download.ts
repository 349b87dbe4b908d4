import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from './folders.ts';
import { SetupError } from './progress.mjs';

const stalledAfterMs = 20_000;

/**
 * Downloads the Electron that the lock file names into `folder`, with the installer of the
 * package "electron", which also checks it. It runs on a copy, because it puts the runtime beside
 * itself and the runtime is to outlive node_modules. Gives up when nothing arrives for 20 s.
 */
export async function downloadElectron(folder: string, nodeModules: string): Promise<void> {
  await createFolder(folder, async (temporary) => {
    for (const name of ['install.js', 'package.json', 'checksums.json']) {
      await copyFile(join(nodeModules, 'electron', name), join(temporary, name));
    }
    const download = join(temporary, 'download');
    await mkdir(download);
    await runInstaller(temporary, {
      ...process.env,
      NODE_PATH: nodeModules,
      TMPDIR: download,
      TEMP: download,
      electron_config_cache: download,
      // Node's fetch heeds HTTPS_PROXY only when told to.
      NODE_USE_ENV_PROXY: '1',
    });
    await rm(download, { recursive: true });
  });
}

function runInstaller(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['install.js'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const watch = watchForStall(folder, () => {
      complaint = 'nothing arrived for 20 s';
      child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve();
      else
        reject(new SetupError(complaint.split('\n', 1)[0] || `the installer ended with ${code}`));
    });
  });
}

function watchForStall(folder: string, onStall: () => void): NodeJS.Timeout {
  let size = 0;
  let changedMs = Date.now();
  return setInterval(async () => {
    const now = await sizeOf(folder);
    if (now !== size) changedMs = Date.now();
    size = now;
    if (Date.now() - changedMs > stalledAfterMs) onStall();
  }, 1_000);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  // Files may be gone again: they are renamed when complete.
  const sizes = names.map(
    async (name) => (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
