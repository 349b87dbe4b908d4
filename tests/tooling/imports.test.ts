import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findForbiddenImports } from '../../scripts/checks/imports.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roledesk-imports-'));
  const targets = ['shared/role', 'db/store', 'sync/push', 'electron/main', 'registry/main'];
  targets.push('renderer/features/queue/Queue', 'scripts/build', 'tests/fixtures/people');
  for (const target of targets) write(`${target}.ts`, 'export const here = 1;\n');
  write('locales/en/queue.json', '{}\n');
  write('package.json', '{ "name": "fixture", "type": "module" }\n');
  for (const name of ['vitest', 'electron', 'zod']) {
    write(`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }\n`);
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Puts a module with one import into the tree and returns the names of the rules it breaks. */
async function rulesBrokenBy(path: string, specifier: string): Promise<string[]> {
  write(path, `import * as it from '${specifier}';\nexport const used = it;\n`);
  const findings = await findForbiddenImports(folder);
  return findings.map((finding) => finding.split(':', 1).join());
}

test.each([
  ['shared/a.ts', '../db/store.ts', 'shared-imports'],
  ['shared/a.ts', 'node:fs', 'shared-without-node'],
  ['db/a.ts', '../sync/push.ts', 'db-imports'],
  ['db/a.ts', 'electron', 'plain-node'],
  ['sync/a.ts', '../registry/main.ts', 'sync-imports'],
  ['sync/a.test.ts', '../tests/fixtures/people.ts', 'sync-imports'],
  ['electron/windows/a.ts', '../../db/store.ts', 'electron-imports'],
  ['electron/service.ts', '../renderer/features/queue/Queue.ts', 'desk-service-imports'],
  ['electron/desk-service/a.ts', 'electron', 'plain-node'],
  ['renderer/app/a.tsx', '../../electron/main.ts', 'renderer-imports'],
  ['renderer/app/a.tsx', 'node:path', 'renderer-without-node'],
  ['renderer/app/a.tsx', 'electron', 'renderer-without-electron'],
  ['renderer/ui/a.tsx', '../features/queue/Queue.ts', 'ui-without-features'],
  ['renderer/features/detail/a.tsx', '../queue/Queue.ts', 'features-apart'],
  ['registry/a.ts', '../db/store.ts', 'registry-imports'],
  ['registry/a.ts', '../scripts/build.ts', 'registry-imports'],
  ['db/a.ts', 'vitest', 'no-test-packages'],
  ['db/a.ts', './nowhere.ts', 'no-unresolvable'],
])('%s may not import %s', async (path, specifier, rule) => {
  expect(await rulesBrokenBy(path, specifier)).toEqual([rule]);
});

test.each([
  ['db/a.ts', '../shared/role.ts'],
  ['db/a.test.ts', 'vitest'],
  ['sync/a.ts', '../db/store.ts'],
  ['electron/service.ts', '../db/store.ts'],
  ['electron/desk-service/a.ts', '../../sync/push.ts'],
  ['electron/a.ts', '../locales/en/queue.json'],
  ['electron/a.ts', 'electron'],
  ['renderer/features/queue/a.tsx', './Queue.ts'],
  ['renderer/app/a.tsx', '../features/queue/Queue.ts'],
  ['shared/a.ts', 'zod'],
])('%s may import %s', async (path, specifier) => {
  expect(await rulesBrokenBy(path, specifier)).toEqual([]);
});

test('main may not reach the store, not even over others', async () => {
  write('electron/service.ts', "export { here } from '../db/store.ts';\n");
  expect(await rulesBrokenBy('electron/main.ts', './service.ts')).toEqual(['main-without-store']);
});

test('an import of a type counts', async () => {
  write(
    'shared/a.ts',
    "import type { here } from '../db/store.ts';\nexport type A = typeof here;\n",
  );
  expect(await findForbiddenImports(folder)).toEqual(['shared-imports: shared/a.ts → db/store.ts']);
});

test('modules that import each other are caught', async () => {
  write('db/a.ts', "export { b } from './b.ts';\nexport const a = 1;\n");
  write('db/b.ts', "export { a } from './a.ts';\nexport const b = 1;\n");
  expect((await findForbiddenImports(folder)).join()).toContain('no-cycles');
});

test('a run that sees no module of ours is a finding', async () => {
  for (const room of ['shared', 'db', 'sync', 'electron', 'renderer', 'registry']) {
    rmSync(join(folder, room), { recursive: true });
  }
  expect((await findForbiddenImports(folder)).join()).toContain('no-modules');
});
