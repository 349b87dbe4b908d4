import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { WindowSetup } from '../scripts/window.ts';
import { memoryOf } from './memory.ts';
import { atMostTimes, percentile, type Result } from './report.ts';

const pairs = 5;
/** How long a window is left alone before its memory is read: the store is read whole and the sync has come round. */
const restMs = 10_000;

type Kind = 'desk' | 'empty';

interface Started {
  startMs: number;
  memoryMiB: number;
}

/**
 * Opens the desk and an empty window in turn, without a debugger, and compares the medians of both: from launch to the
 * first queue with its data, or to the blank page, and the memory of all processes once nothing is left to do.
 * @param env what the desk is opened with; its profile has a store, as on any day but the first
 */
export async function measureStarts(setup: WindowSetup, env: NodeJS.ProcessEnv): Promise<Result[]> {
  const found: Record<Kind, Started[]> = { desk: [], empty: [] };
  // The first of each reads from the disk what all others find in memory.
  for (const kind of ['empty', 'desk'] as const) await start(kind, setup, env);
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const kind of ['empty', 'desk'] as const) found[kind].push(await start(kind, setup, env));
  }
  const median = (kind: Kind, of: keyof Started) =>
    percentile(
      found[kind].map((each) => each[of]),
      0.5,
    );
  const figure = (name: string, unit: string, of: keyof Started) =>
    [
      { name, unit, value: median('desk', of) },
      { name: 'an empty window', unit, value: median('empty', of) },
    ] as const;
  return [
    atMostTimes(1.35, ...figure('from launch to the first queue with its data', 'ms', 'startMs')),
    atMostTimes(1.35, ...figure('memory of all processes at rest (PSS)', 'MiB', 'memoryMiB')),
  ];
}

async function start(
  kind: Kind,
  { executable, switches }: WindowSetup,
  env: NodeJS.ProcessEnv,
): Promise<Started> {
  const folder = join(import.meta.dirname, 'windows', kind);
  const startedAt = performance.timeOrigin + performance.now();
  const main = spawn(executable, [...switches, folder], {
    env: kind === 'desk' ? env : { ...env, ROLEDESK_HOME: `${env.ROLEDESK_HOME}-empty` },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  try {
    const startMs = (await shownAt(main)) - startedAt;
    await wait(restMs);
    return { startMs, memoryMiB: memoryOf(main.pid ?? 0) };
  } finally {
    main.kill();
    await ended;
  }
}

function shownAt(main: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    main.once('error', reject);
    main.once('exit', (code) =>
      reject(new Error(`The window ended with ${code} before it showed.`)),
    );
    if (!main.stdout) return;
    createInterface(main.stdout).on('line', (line) => {
      const at = /^shown ([\d.]+)$/.exec(line)?.[1];
      if (at) resolve(Number(at));
    });
  });
}
