import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '../tests/fixtures/desk.ts';
import { colleaguesAt, startRegistry } from '../tests/fixtures/registry.ts';
import { build } from './build.ts';
import { runCommand } from './command.ts';
import { SetupError } from './setup/progress.mjs';
import { Tour } from './tour/tour.ts';
import { setUpWindow } from './window.ts';

const seededRequests = 400;
const holdMs = 400;

await runCommand(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) throw new SetupError('Say where the pictures go: npm run tour -- --out DIR');
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  const window = await setUpWindow('use');
  const folder = await mkdtemp(join(tmpdir(), 'roledesk-tour-'));
  try {
    await build();
    const report = await walk(out, folder, window.env);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return report.lost === 0 && report.duplicated === 0 ? 0 : 1;
  } finally {
    await window.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Opens a registry and a desk of two colleagues' authority, and walks through the main job. */
async function walk(out: string, folder: string, env: NodeJS.ProcessEnv) {
  const file = join(folder, 'registry.sqlite');
  const registry = await startRegistry({ file, seed: seededRequests });
  const [username, colleague] = await colleaguesAt(registry);
  const startedAt = performance.now();
  const desk = await openDesk({
    registry: registry.url,
    username,
    home: join(folder, 'home'),
    holdMs,
    env,
  });
  const tour = new Tour({ desk, registry, username, colleague, out, startedAt });
  try {
    return await tour.walk();
  } finally {
    await tour.end();
  }
}
