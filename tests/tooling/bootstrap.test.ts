import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'roledesk-bootstrap-'));

/** Starts `scripts/run.mjs` with a script of these lines. */
function start(source: string, ...args: string[]) {
  const file = join(folder, 'script.ts');
  writeFileSync(file, source);
  const command = ['scripts/run.mjs', relative(root, file), ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  );
  return { child, ended };
}

test('a script runs on the pinned Node with its arguments, alone on stdout', async () => {
  const { child, ended } = start(
    'const found: string[] = [process.execPath, ...process.argv.slice(2)];\nconsole.log(found.join());',
    '--out',
    'a b',
  );
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  expect(await text(child.stdout)).toBe(`${node},--out,a b\n`);
  expect(await ended).toBe(0);
});

test('the tools of node_modules come first on its path', async () => {
  const { child } = start("console.log(process.env.PATH?.split(':')[0]);");
  expect(await text(child.stdout)).toBe(`${join(root, 'node_modules', '.bin')}\n`);
});

test('its exit code is passed on', async () => {
  expect(await start('process.exit(7);').ended).toBe(7);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s reaches it, and it may end in order',
  async (signal) => {
    const { child, ended } = start(
      `setInterval(() => undefined, 1000);
     process.on('${signal}', () => { console.log('ended in order'); process.exit(3); });
     console.log('ready');`,
    );
    let output = '';
    for await (const data of child.stdout) {
      output += data;
      if (output === 'ready\n') child.kill(signal);
    }
    expect(output).toBe('ready\nended in order\n');
    expect(await ended).toBe(3);
  },
);
