import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron } from '@playwright/test';
import { build } from '../scripts/build.ts';
import { projectFolder } from '../scripts/package-program.ts';
import { step } from '../scripts/setup/progress.mjs';
import { setUpWindow, type WindowSetup } from '../scripts/window.ts';
import { defaultPreferences } from '../shared/domain/preferences.ts';
import { DeskPage } from '../tests/fixtures/deskPage.ts';
import { measureKeys } from './keys.ts';
import type { Report, Result } from './report.ts';
import { measureScrolling } from './scrolling.ts';
import { measureStarts } from './start.ts';
import { openWorld, type World } from './world.ts';

const holdMs = defaultPreferences.holdSeconds * 1000;
const launchTimeoutMs = 120_000;

/**
 * The built desk in its real window, with a store of so many roles: how fast it starts, what memory it takes, how fast the
 * next request comes, how it scrolls. Each against a floor in the same run, so that the machine does not matter.
 * @param kept where the data are kept that take long to make
 */
export async function benchDesk({ rows, kept }: { rows: number; kept: string }): Promise<Report> {
  const setup = await setUpWindow('use');
  const folder = await mkdtemp(join(tmpdir(), 'roledesk-bench-'));
  try {
    await build();
    const world = await step(`Store of ${rows} roles`, () => openWorld(rows, kept, folder));
    try {
      const env = { ...setup.env, ...deskEnvironment(world) };
      const starts = await told('Start and memory', () => measureStarts(setup, env));
      return { bench: 'desk', rows, results: [...(await measureWork(setup, world)), ...starts] };
    } finally {
      await world.registry.stop();
    }
  } finally {
    await setup.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function deskEnvironment({ registry, username, home }: World): NodeJS.ProcessEnv {
  return {
    ROLEDESK_REGISTRY: registry.url,
    ROLEDESK_DEV_USER: username,
    ROLEDESK_HOME: home,
    ROLEDESK_LANGUAGE: 'en',
  };
}

/** Keys and scrolling, in windows that are driven from here. */
async function measureWork(setup: WindowSetup, world: World): Promise<Result[]> {
  const env = { ...deskEnvironment(world), ROLEDESK_HOLD_MS: String(holdMs) };
  const desk = await drive(setup, projectFolder, env);
  const empty = await drive(setup, join(import.meta.dirname, 'windows', 'empty'), {
    ROLEDESK_HOME: `${world.home}-empty`,
  });
  try {
    const [page, bare] = [await desk.firstWindow(), await empty.firstWindow()];
    await new DeskPage(page).settled();
    const scrolling = await told('Scrolling', () => measureScrolling(page, bare));
    const keys = await told('Keys', () => measureKeys(page));
    return [...keys, ...scrolling];
  } finally {
    await empty.close();
    desk.process().kill('SIGKILL');
  }
}

function drive(
  { executable, switches, env }: WindowSetup,
  folder: string,
  more: NodeJS.ProcessEnv,
) {
  return electron.launch({
    executablePath: executable,
    args: [...switches, folder],
    cwd: projectFolder,
    env: strings({ ...env, ...more }),
    timeout: launchTimeoutMs,
  });
}

/** Says what was found as soon as it is: a whole run takes minutes. */
async function told(name: string, measure: () => Promise<Result[]>): Promise<Result[]> {
  const results = await step(name, measure);
  for (const result of results) process.stderr.write(`  ${JSON.stringify(result)}\n`);
  return results;
}

function strings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
