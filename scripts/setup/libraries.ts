import { spawnSync } from 'node:child_process';
import { execute, SetupError, step } from './progress.mjs';

/** Debian's names of what a window of Electron needs, and fonts for every script. */
const forWindow = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libnotify4',
  'fonts-noto-core',
];
const forVirtualDisplay = ['xvfb', 'xauth'];
/** The browser that people sign in with, and a keyring for what it leaves. */
const forTests = ['chromium', 'dbus', 'gnome-keyring', 'libsecret-1-0'];

/** What the window is opened for: to be used, or to be tested together with browser and keyring. */
export type WindowUse = 'use' | 'tests';

/** Debian's names of what has to be there. */
export function wantedLibraries(use: WindowUse, hasDisplay: boolean): string[] {
  return [
    ...forWindow,
    ...(hasDisplay ? [] : forVirtualDisplay),
    ...(use === 'tests' ? forTests : []),
  ];
}

/**
 * Installs system libraries and programs, on Debian and its relatives. Does nothing
 * elsewhere. Throws a SetupError with the line to run when it may not.
 */
export async function ensureLibraries(wanted: string[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const installed = installedPackages(wanted);
  if (installed === undefined) return;
  const missing = missingLibraries(wanted, installed);
  if (missing.length === 0) return;
  const prefix = administratorPrefix();
  if (prefix === undefined) throw new SetupError(manualInstallation(missing.map(nameHere)));
  await step(`System libraries: ${missing.join(' ')}`, async () => {
    const run = (args: string[]) => {
      const [program = 'apt-get', ...rest] = [...prefix, 'apt-get', '-qq', ...args];
      return execute(program, rest);
    };
    // Lists of another source may be out of date without harm.
    await run(['update']).catch((error: Error) => process.stderr.write(`  ${error.message}\n`));
    await run(['install', '-y', '--no-install-recommends', ...missing.map(nameHere)]);
  }).catch((error: Error) => {
    throw new SetupError(`${error.message}\n${manualInstallation(missing.map(nameHere))}`);
  });
}

/**
 * Which of the wanted packages are not installed. Since 2024 Debian and Ubuntu name some of them
 * with the suffix t64 (64-bit time).
 */
export function missingLibraries(wanted: string[], installed: ReadonlySet<string>): string[] {
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** What to tell a person who has to install the packages by hand. */
export function manualInstallation(names: string[]): string {
  return `System libraries are missing. Run this line, then the command again:\n  sudo apt-get install -y ${names.join(' ')}`;
}

/** The installed ones among the packages and their t64 names; undefined where there is no dpkg. */
function installedPackages(names: string[]): Set<string> | undefined {
  const both = names.flatMap((name) => [name, `${name}t64`]);
  const format = `-f=\${Package} \${db:Status-Status}\n`;
  const result = spawnSync('dpkg-query', ['-W', format, ...both], { encoding: 'utf8' });
  if (result.error) return undefined;
  const lines = result.stdout.split('\n').filter((line) => line.endsWith(' installed'));
  return new Set(lines.map((line) => line.split(' ', 1).join()));
}

/** The name that this release knows the package by. */
function nameHere(name: string): string {
  const isKnown = spawnSync('apt-cache', ['show', `${name}t64`], { stdio: 'ignore' }).status === 0;
  return isKnown ? `${name}t64` : name;
}

/** How to run a program as administrator without a question; undefined when that is not possible. */
function administratorPrefix(): string[] | undefined {
  const quietly = 'DEBIAN_FRONTEND=noninteractive';
  if (process.getuid?.() === 0) return ['env', quietly];
  const mayUseSudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayUseSudo ? ['sudo', '-n', 'env', quietly] : undefined;
}
