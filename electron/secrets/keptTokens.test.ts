import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Cipher } from './cipher.ts';
import { TokenKeeper } from './keptTokens.ts';

const tokens = {
  issuer: 'https://login.example',
  clientId: 'desk',
  subject: 'n00abc',
  refreshToken: 'the refresh token',
  idToken: 'the id token',
};

/** Turns every bit: enough to see what is written as it is and what is not. */
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const cipher: Cipher = {
  isAvailable: async () => true,
  encrypt: async (text) => turned(Buffer.from(text)),
  decrypt: async (encrypted) => turned(encrypted).toString(),
};
const noCipher: Cipher = { ...cipher, isAvailable: async () => false };

const place = () => join(mkdtempSync(join(tmpdir(), 'roledesk-')), 'secrets', 'training.bin');

test('tokens outlive the run encrypted, readable by their owner alone', async () => {
  const file = place();
  await new TokenKeeper(file, cipher).keep(tokens);
  expect(readFileSync(file, 'utf8')).not.toContain('token');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['training.bin']);
  expect(await new TokenKeeper(file, cipher).read()).toEqual(tokens);
});

test('without a cipher they stay in memory, and older ones go', async () => {
  const file = place();
  await new TokenKeeper(file, cipher).keep(tokens);
  const keeper = new TokenKeeper(file, noCipher);
  await keeper.keep(tokens);
  expect(await keeper.read()).toEqual(tokens);
  expect(existsSync(file)).toBe(false);
});

test('what is forgotten is gone from memory and disk, also while it is being kept', async () => {
  const file = place();
  const keeper = new TokenKeeper(file, cipher);
  const keeping = keeper.keep(tokens);
  await keeper.forget();
  await keeping;
  expect(await keeper.read()).toBeUndefined();
  expect(existsSync(file)).toBe(false);
});

test.each(['', 'garbage', '{}'])('a file with %j counts as none', async (content) => {
  const file = place();
  await new TokenKeeper(file, cipher).keep(tokens);
  writeFileSync(file, turned(Buffer.from(content)));
  expect(await new TokenKeeper(file, cipher).read()).toBeUndefined();
});

test('a file that another key encrypted counts as none', async () => {
  const file = place();
  await new TokenKeeper(file, cipher).keep(tokens);
  const other: Cipher = { ...cipher, decrypt: () => Promise.reject(new Error('other key')) };
  expect(await new TokenKeeper(file, other).read()).toBeUndefined();
});

test('a folder that cannot be written to leaves them in memory', async () => {
  const file = place();
  writeFileSync(join(file, '..', '..', 'secrets'), 'a file in the place of the folder');
  const keeper = new TokenKeeper(file, cipher);
  await keeper.keep(tokens);
  expect(await keeper.read()).toEqual(tokens);
});
