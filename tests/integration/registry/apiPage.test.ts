import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { newDatabase } from '../../fixtures/databases.ts';
import { spawnRegistry } from './childRegistry.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'roledesk-page-'));
const registry = spawnRegistry(...['--db', (await newDatabase()).address, '--dev', '--seed', '20']);
afterAll(async () => {
  registry.process.kill();
  await registry.ended;
  rmSync(folder, { recursive: true });
});

interface Step {
  commands: string;
  /** What follows the commands on the page: an answer in part, or a text. */
  outcome: { language: string; text: string } | undefined;
}

/** The commands of a page, each with the outcome that stands right below it. */
function stepsOf(page: string): Step[] {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, language, commands = ''], index) => {
    if (language !== 'sh') return [];
    const [, next = '', text = ''] = blocks[index + 1] ?? [];
    const hasOutcome = next === 'json' || next === 'text';
    return [{ commands, outcome: hasOutcome ? { language: next, text } : undefined }];
  });
}

const separator = '\n----- next step -----\n';

/** Runs commands one after the other in one bash, as somebody at a terminal would; gives what each said. */
async function run(steps: Step[], environment: Record<string, string>): Promise<string[]> {
  const script = steps.map(({ commands }) => `${commands}\nprintf '%s' "$separator"`).join('\n');
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, ...environment, PATH, separator },
    maxBuffer: 10_000_000,
    // A page that waits for what never comes is not to outlive its test.
    timeout: 200_000,
  });
  return stdout.split(separator);
}

test('what docs/registry-api.md says can be done, and has the outcome that it says', async () => {
  const steps = stepsOf('docs/registry-api.md');
  const said = await run(steps, { REGISTRY: await registry.url });
  expect(steps.length).toBeGreaterThan(15);
  for (const [index, { commands, outcome }] of steps.entries()) {
    const output = said[index] ?? '';
    if (!outcome) throw new Error(`nothing is said to come of:\n${commands}`);
    if (outcome.language === 'text') expect(output.trim(), commands).toBe(outcome.text.trim());
    else expect(asJson(output), commands).toMatchObject(JSON.parse(outcome.text));
  }
});

function asJson(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`no JSON: ${output}`);
  }
}
