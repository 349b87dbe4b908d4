import { expect, test } from 'vitest';
import { systemCipher } from './cipher.ts';

const synchronous = {
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(`sync:${text}`),
  decryptString: (encrypted: Buffer) => encrypted.toString().replace('sync:', ''),
};

const current = {
  ...synchronous,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(`async:${text}`),
  decryptStringAsync: async (encrypted: Buffer) => ({
    result: encrypted.toString().replace('async:', ''),
    shouldReEncrypt: false,
  }),
};

test.each([
  ['asynchronous calls where there are', current, 'async:t'],
  ['synchronous calls of an old runtime', synchronous, 'sync:t'],
])('encrypts by the %s', async (_, storage, expected) => {
  const cipher = systemCipher(storage);
  expect(await cipher.isAvailable()).toBe(true);
  const encrypted = await cipher.encrypt('t');
  expect(encrypted.toString()).toBe(expected);
  expect(await cipher.decrypt(encrypted)).toBe('t');
});

test('a key that is the same everywhere is none', async () => {
  for (const storage of [current, synchronous]) {
    const basic = { ...storage, getSelectedStorageBackend: () => 'basic_text' as const };
    expect(await systemCipher(basic).isAvailable()).toBe(false);
    const keyring = { ...storage, getSelectedStorageBackend: () => 'gnome_libsecret' as const };
    expect(await systemCipher(keyring).isAvailable()).toBe(true);
  }
});

test('without a keyring there is no key', async () => {
  const old = { ...synchronous, isEncryptionAvailable: () => false };
  const recent = { ...current, isAsyncEncryptionAvailable: async () => false };
  expect(await systemCipher(old).isAvailable()).toBe(false);
  expect(await systemCipher(recent).isAvailable()).toBe(false);
});
