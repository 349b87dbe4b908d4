import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findLongFiles } from './lengths.ts';

test('a source file of 401 lines is found, data and one of 400 are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roledesk-lengths-'));
  const lines = (count: number) => '//\n'.repeat(count);
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'long.tsx'), lines(401));
  writeFileSync(join(folder, 'renderer', 'short.ts'), lines(400));
  writeFileSync(join(folder, 'renderer', 'data.json'), lines(500));
  expect(findLongFiles(folder)).toEqual(['renderer/long.tsx: 401 lines, at most 400']);
});

test('a folder without source is no success', () => {
  expect(findLongFiles(mkdtempSync(join(tmpdir(), 'roledesk-lengths-')))).not.toEqual([]);
});
