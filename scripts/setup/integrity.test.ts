import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifySha512 } from './integrity.ts';
import { SetupError } from './progress.mjs';

const file = join(mkdtempSync(join(tmpdir(), 'roledesk-integrity-')), 'package.tgz');
const right = createHash('sha512').update('the known file').digest('base64');

test('the known file is accepted', async () => {
  writeFileSync(file, 'the known file');
  await expect(verifySha512(file, right)).resolves.toBeUndefined();
});

test('any other file is refused', async () => {
  writeFileSync(file, 'the known file, changed');
  await expect(verifySha512(file, right)).rejects.toThrow(SetupError);
});
