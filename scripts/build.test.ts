import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceHash } from './build.ts';

const folder = mkdtempSync(join(tmpdir(), 'roledesk-build-'));

function hashWith(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return sourceHash(folder);
}

test('any change of a source asks for a new build, a change of a test does not', () => {
  const first = hashWith('renderer/app/main.tsx', 'one');
  const changed = hashWith('renderer/app/main.tsx', 'two');
  const added = hashWith('locales/en/queue.json', '{}');
  expect(new Set([first, changed, added]).size).toBe(3);
  expect(hashWith('renderer/app/main.test.tsx', 'test')).toBe(added);
  expect(hashWith('docs/guide.md', 'text')).toBe(added);
});
