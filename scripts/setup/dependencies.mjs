import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { execute, SetupError, step } from './progress.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * The folders of the lock file that are not installed as it says. Optional packages may be
 * absent: npm leaves out what was built for other systems.
 *
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes when it has finished
 * @param {(folder: string) => boolean} exists
 * @returns {string[]}
 */
export function missingPackages(lock, installed, exists) {
  return Object.entries(lock.packages)
    .filter(([folder, wanted]) => {
      if (folder === '') return false;
      const found = installed.packages[folder];
      if (found === undefined) return !wanted.optional;
      return found.version !== wanted.version || !exists(folder);
    })
    .map(([folder]) => folder);
}

/**
 * Makes node_modules what the lock file says, with the Node that the project pins, and returns
 * the path of that Node. Does nothing when nothing is missing.
 *
 * @param {string} root folder of package.json
 * @returns {Promise<string>}
 */
export async function ensureDependencies(root) {
  const lock = readLock(join(root, 'package-lock.json'));
  if (lock === undefined) throw new SetupError('package-lock.json is missing: fetch it from git.');
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const isComplete =
    installed !== undefined &&
    missingPackages(lock, installed, (folder) => existsSync(join(root, folder))).length === 0;
  if (!isComplete) await step('Packages from the lock file', () => installPackages(root));
  return ensureNode(root);
}

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * Install scripts stay off: which of them run differs between versions of npm, and
 * better-sqlite3 must not be compiled, its binary lies in the package.
 *
 * @param {string} root
 */
function installPackages(root) {
  const flags = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  return execute('npm', ['ci', ...flags, '--loglevel=error'], { cwd: root }).catch((error) => {
    throw new SetupError(
      `${error.message}\nThe packages could not be installed; the lines of npm above say why. Is the registry reachable (npm ping)?`,
    );
  });
}

/**
 * The package "node" fetches the binary for this system with an install script of its own,
 * which runs here because install scripts are off.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
async function ensureNode(root) {
  const folder = join(root, 'node_modules', 'node');
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    await step(`Node ${version}`, async () => {
      const env = {
        ...process.env,
        npm_config_ignore_scripts: 'true',
        npm_config_loglevel: 'error',
        npm_config_update_notifier: 'false',
        // The installer passes arguments to a shell, which newer versions of Node warn of.
        NODE_NO_WARNINGS: '1',
      };
      await execute(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, env });
      await execute(binary, ['--version'], { quiet: true });
    });
  }
  // npm links no binary that was absent when it installed. On Windows bin/ itself is on PATH.
  const link = join(root, 'node_modules', '.bin', 'node');
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../node/bin/node', link);
  return binary;
}
