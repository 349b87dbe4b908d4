import type { SafeStorage } from 'electron';

/** Encrypts with a key that the system keeps for this person of the computer. */
export interface Cipher {
  /** Whether there is such a key; without one nothing may be written down. */
  isAvailable: () => Promise<boolean>;
  encrypt: (text: string) => Promise<Buffer>;
  /** Rejects where the text was encrypted with another key, or damaged. */
  decrypt: (encrypted: Buffer) => Promise<string>;
}

/** What the runtime may lack: the oldest one knows the synchronous calls only, and not where the key lies. */
type AnyStorage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<SafeStorage>;

/**
 * The system's cipher behind Electron's safeStorage, by its asynchronous calls where the runtime has them. A backend
 * named `basic_text` is none: its key is the same on every computer.
 */
export function systemCipher(storage: AnyStorage): Cipher {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = storage;
  const hasKey = () => storage.getSelectedStorageBackend?.() !== 'basic_text';
  if (isAsyncEncryptionAvailable && encryptStringAsync && decryptStringAsync) {
    return {
      isAvailable: async () => (await isAsyncEncryptionAvailable.call(storage)) && hasKey(),
      encrypt: (text) => encryptStringAsync.call(storage, text),
      decrypt: async (encrypted) => (await decryptStringAsync.call(storage, encrypted)).result,
    };
  }
  return {
    isAvailable: async () => storage.isEncryptionAvailable() && hasKey(),
    encrypt: async (text) => storage.encryptString(text),
    decrypt: async (encrypted) => storage.decryptString(encrypted),
  };
}
