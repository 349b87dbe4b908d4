import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

function npmTest(...args: string[]) {
  const command = [join('scripts', 'test.ts'), ...args];
  const { status, stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

test('the last line counts the tests', () => {
  expect(npmTest('--only', 'lengths')).toEqual({
    status: 0,
    lastLine: 'tests: 1 passed, 0 failed, 0 skipped',
  });
});

test('a step that does not exist is a failure', () => {
  expect(npmTest('--only', 'length')).toEqual({
    status: 1,
    lastLine: 'tests: 0 passed, 1 failed, 0 skipped',
  });
});
