import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, createFolder, dataFolder } from './folders.ts';

const home = '/home/ada';

test.each([
  ['linux', {}, '/home/ada/.cache/roledesk', '/home/ada/.local/share/roledesk'],
  ['linux', { XDG_CACHE_HOME: '/c', XDG_DATA_HOME: '/d' }, '/c/roledesk', '/d/roledesk'],
  [
    'linux',
    { XDG_CACHE_HOME: 'c' },
    '/home/ada/.cache/roledesk',
    '/home/ada/.local/share/roledesk',
  ],
  [
    'darwin',
    { XDG_CACHE_HOME: '/c' },
    '/home/ada/Library/Caches/roledesk',
    '/home/ada/Library/Application Support/roledesk',
  ],
] as const)('on %s with %o the folders are %s and %s', (platform, env, cache, data) => {
  expect(cacheFolder({ platform, env, home })).toBe(cache);
  expect(dataFolder({ platform, env, home })).toBe(data);
});

test('on Windows both are local application data', () => {
  const windows = { platform: 'win32', home: 'C:\\Users\\ada' } as const;
  const env = { LOCALAPPDATA: 'D:\\Local' };
  expect(cacheFolder({ ...windows, env })).toBe('D:\\Local\\roledesk');
  expect(dataFolder({ ...windows, env: {} })).toBe('C:\\Users\\ada\\AppData\\Local\\roledesk');
});

function newTarget(): string {
  return join(mkdtempSync(join(tmpdir(), 'roledesk-folders-')), 'cache', 'runtime');
}

test('a folder appears only when it is whole', async () => {
  const target = newTarget();
  await createFolder(target, async (temporary) => {
    writeFileSync(join(temporary, 'file'), 'whole');
    expect(existsSync(target)).toBe(false);
  });
  expect(readFileSync(join(target, 'file'), 'utf8')).toBe('whole');
});

test('a failure leaves nothing behind', async () => {
  const target = newTarget();
  const broken = createFolder(target, async (temporary) => {
    writeFileSync(join(temporary, 'file'), 'half');
    throw new Error('no network');
  });
  await expect(broken).rejects.toThrow('no network');
  expect(readdirSync(join(target, '..'))).toEqual([]);
});

test('of two at once, one stays and neither fails', async () => {
  const target = newTarget();
  const fillWith = (text: string) => (temporary: string) =>
    Promise.resolve(writeFileSync(join(temporary, 'file'), text));
  await Promise.all([createFolder(target, fillWith('a')), createFolder(target, fillWith('b'))]);
  expect(readFileSync(join(target, 'file'), 'utf8')).toMatch(/^[ab]$/);
  expect(readdirSync(join(target, '..'))).toEqual(['runtime']);
});

test('what a killed set-up left is removed after a day, and not before', async () => {
  const target = newTarget();
  const old = `${target}.partial-old`;
  const young = `${target}.partial-young`;
  for (const folder of [old, young]) mkdirSync(folder, { recursive: true });
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
  utimesSync(old, twoDaysAgo, twoDaysAgo);
  await createFolder(target, async () => undefined);
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});
