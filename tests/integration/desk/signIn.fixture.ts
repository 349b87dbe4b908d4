import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemCipher } from '../../../electron/secrets/cipher.ts';
import { TokenKeeper } from '../../../electron/secrets/keptTokens.ts';
import type { Browser } from '../../../electron/session/browserSignIn.ts';
import { ProviderSignIn } from '../../../electron/session/providerSignIn.ts';
import { type Lies, startIssuer, type TestIssuer } from '../../fixtures/issuer.ts';

/** An issuer that ends with the test. */
export async function anIssuer(lies: Lies = {}): Promise<TestIssuer> {
  const issuer = await startIssuer(lies);
  onTestFinished(() => issuer.close());
  return issuer;
}

export const aFolder = () => mkdtempSync(join(tmpdir(), 'roledesk-sign-in-'));

/** A keeper without a cipher: tokens stay in memory. */
export function aKeeper(): TokenKeeper {
  const storage = {
    isEncryptionAvailable: () => false,
    encryptString: (text: string) => Buffer.from(text),
    decryptString: (encrypted: Buffer) => encrypted.toString(),
  };
  return new TokenKeeper(join(aFolder(), 'training.bin'), systemCipher(storage));
}

/** What the browser met at its end. */
export interface Visit {
  /** Where the provider sent it. */
  callback: URL;
  status: number;
  headers: Headers;
  page: string;
}

/** Goes to an address as a browser would whose person signs in at once. */
export async function visit(address: string): Promise<Visit> {
  const sent = await fetch(address, { redirect: 'manual' });
  const callback = new URL(sent.headers.get('location') ?? '');
  return { callback, ...(await goTo(callback)) };
}

/** Goes to the address that the provider named. */
export async function goTo(callback: URL): Promise<Omit<Visit, 'callback'>> {
  const { status, headers, text } = await fetchText(callback);
  return { status, headers, page: text };
}

async function fetchText(url: URL) {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A sign-in at an issuer; `browser` is what the system's browser does. */
export function signInAt(
  issuer: Pick<TestIssuer, 'url'>,
  browser: Partial<Browser> = {},
  keeper: TokenKeeper = aKeeper(),
): ProviderSignIn {
  return new ProviderSignIn({
    registry: issuer.url,
    settings: { environment: 'training' },
    keeper,
    browser: {
      open: async (address) => void (await visit(address)),
      pageOf: (page) => page,
      ...browser,
    },
  });
}

/** Asks a person who takes whatever comes; ends with the test. */
export function asking(more: { isAnew?: boolean; onOpened?: (again: () => void) => void } = {}) {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  return {
    isAnew: true,
    onOpened: () => {},
    signal: ending.signal,
    cancel: () => ending.abort(),
    ...more,
  };
}
