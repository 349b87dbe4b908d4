import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

function settingsFile(content?: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'roledesk-')), 'settings.json');
  if (content !== undefined) writeFileSync(file, content);
  return file;
}

test('without a file the environment is training, and no registry is known', () => {
  expect(readSettings(settingsFile(), {})).toEqual({ environment: 'training' });
});

test('the file maps each environment to its registry, and the variable overrides the one in use', () => {
  const file = settingsFile(
    '{"environment":"acceptance","registries":{"acceptance":"https://a.example","training":"https://t.example"}}',
  );
  expect(readSettings(file, {})).toEqual({
    environment: 'acceptance',
    registry: 'https://a.example',
  });
  expect(readSettings(file, { ROLEDESK_REGISTRY: 'http://127.0.0.1:9' }).registry).toBe(
    'http://127.0.0.1:9',
  );
});

test('each environment may have a place of its own to sign in', () => {
  const signIn = { issuer: 'https://login.example/realm', clientId: 'desk' };
  const file = settingsFile(JSON.stringify({ signIn: { training: signIn } }));
  expect(readSettings(file, {})).toEqual({ environment: 'training', signIn });
  const other = settingsFile(
    JSON.stringify({ environment: 'production', signIn: { training: signIn } }),
  );
  expect(readSettings(other, {})).toEqual({ environment: 'production' });
});

test.each([
  ['{"environment":"test"}', 'environment'],
  [
    '{"signIn":{"training":{"issuer":"http://x.example","clientId":"c"}}}',
    'signIn.training.issuer',
  ],
  ['{"signIn":{"training":{"issuer":"https://x.example"}}}', 'signIn.training.clientId'],
  ['{"registries":{"training":"ftp://x"}}', 'registries.training'],
  ['{"environment":', 'JSON'],
])('%s is refused, naming %s', (content, field) => {
  const file = settingsFile(content);
  expect(() => readSettings(file, {})).toThrow(expect.objectContaining({ file, field }));
});

test('a variable that is no address is refused by its name', () => {
  const read = () => readSettings(settingsFile(), { ROLEDESK_REGISTRY: 'not a url' });
  expect(read).toThrow(expect.objectContaining({ file: 'ROLEDESK_REGISTRY' }));
});
