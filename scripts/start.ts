import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from './build.ts';
import { passSignalsTo, runCommand } from './command.ts';
import { projectFolder } from './package-program.ts';
import { type RunningRegistry, startRegistry } from './registry.ts';
import { dataFolder } from './setup/folders.ts';
import { setUpWindow, type WindowSetup } from './window.ts';

const demonstrationRoles = 800;

/** `GET /dev/people`, as far as it is needed here. */
const peopleSchema = z.array(
  z.object({
    username: z.string(),
    administers: z.array(z.object({ kind: z.string().optional(), country: z.string().optional() })),
  }),
);

await runCommand(async () => {
  const window = await setUpWindow('use');
  let registry: RunningRegistry | undefined;
  try {
    await build();
    const { ROLEDESK_REGISTRY } = process.env;
    if (!ROLEDESK_REGISTRY) registry = await demonstrationRegistry();
    const url = registry?.url ?? ROLEDESK_REGISTRY ?? '';
    const username = process.env.ROLEDESK_DEV_USER || (await demonstrationUser(url));
    const desk = { ROLEDESK_REGISTRY: url, ...(username && { ROLEDESK_DEV_USER: username }) };
    process.stderr.write(`The desk opens at ${url}${username ? ` as ${username}` : ''}.\n`);
    return await openDesk(window, desk);
  } finally {
    await registry?.stop();
    await window.close();
  }
});

/** Its data stays between two starts, so that what was decided remains decided. */
async function demonstrationRegistry(): Promise<RunningRegistry> {
  const folder = join(dataFolder(), 'demonstration');
  await mkdir(folder, { recursive: true });
  return startRegistry({
    database: `sqlite:${join(folder, 'registry.sqlite')}`,
    seed: demonstrationRoles,
    environment: 'training',
  });
}

/** An administrator of a central competent authority of Belgium; none where sign-in is real. */
async function demonstrationUser(registryUrl: string): Promise<string | undefined> {
  const answer = await fetch(new URL('/dev/people', registryUrl)).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const people = peopleSchema.parse(await answer.json());
  const isBelgianAuthority = (body: { kind?: string | undefined; country?: string | undefined }) =>
    body.kind === 'CCA' && body.country === 'BE';
  return people.find((person) => person.administers.some(isBelgianAuthority))?.username;
}

/** Waits for the end of the desk and returns its exit code. */
function openDesk(window: WindowSetup, env: NodeJS.ProcessEnv): Promise<number> {
  const args = [...window.switches, '.', ...process.argv.slice(2)];
  return new Promise((resolve, reject) => {
    const desk = spawn(window.executable, args, {
      cwd: projectFolder,
      env: { ...window.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // The desk ends itself in order; what runs beside it ends after it.
    passSignalsTo(desk);
    desk.once('error', reject);
    desk.once('close', (code) => resolve(code ?? 1));
  });
}
