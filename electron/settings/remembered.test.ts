import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { remembered } from './remembered.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'roledesk-'));
const schema = z.object({ width: z.int() });

test('what is written is read back until it is forgotten, and no draft stays behind', () => {
  const home = folder();
  const place = remembered(join(home, 'deep', 'window.json'), schema);
  expect(place.read()).toBeUndefined();
  place.write({ width: 7 });
  expect(place.read()).toEqual({ width: 7 });
  expect(readdirSync(join(home, 'deep'))).toEqual(['window.json']);
  place.forget();
  place.forget();
  expect(place.read()).toBeUndefined();
});

test.each(['', '{', '{"width":"wide"}'])('content %j counts as nothing remembered', (content) => {
  const file = join(folder(), 'window.json');
  writeFileSync(file, content);
  expect(remembered(file, schema).read()).toBeUndefined();
});
