import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lastPersonOf, personOf, storeFile } from './lastPerson.ts';

test('the name of a store is safe, the same every time, and another one where only the case differs', () => {
  const subjects = ['../../x', 'anna', 'Anna', 'a'.repeat(255), 'Ελένη/\\:*?', 'NUL'];
  const files = subjects.map((subject) => storeFile('/home', 'training', personOf(subject)));
  for (const file of files)
    expect(file).toMatch(/^\/home\/stores\/training\/[0-9a-f]{64}\.sqlite$/);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(subjects.length);
  expect(personOf('anna')).toEqual(personOf('anna'));
});

test('each environment remembers a person of its own', () => {
  const profile = mkdtempSync(join(tmpdir(), 'roledesk-'));
  lastPersonOf(profile, 'training').write(personOf('anna'));
  expect(lastPersonOf(profile, 'training').read()).toEqual(personOf('anna'));
  expect(lastPersonOf(profile, 'production').read()).toBeUndefined();
});
