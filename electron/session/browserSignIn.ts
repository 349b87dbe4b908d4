import { setTimeout as wait } from 'node:timers/promises';
import { isSafeAddress } from '../settings/addresses.ts';
import { type AnswerPage, listenOnLoopback } from './loopback.ts';
import type { Provider, Tokens } from './provider.ts';
import type { Asking } from './signIn.ts';

/** How long the person may take in the browser: a second factor may have to be found first. */
const browserTimeoutMs = 10 * 60_000;

/** The person did not come back from the browser in time. */
export class BrowserTimedOut extends Error {}

/** The system has no browser to open. */
export class NoBrowser extends Error {}

/** What signing in by the browser needs of the system. */
export interface Browser {
  /** Opens an address in the system's browser. */
  open: (address: string) => Promise<void>;
  /** The page that the browser ends on, as HTML. */
  pageOf: (page: AnswerPage) => string;
  timeoutMs?: number;
}

/**
 * Has the person sign in with the system's browser (RFC 8252). Undefined where it was given up.
 * @throws {BrowserTimedOut | NoBrowser} and the errors of providerErrors.ts
 */
export async function signInWithBrowser(
  provider: Provider,
  browser: Browser,
  { isAnew, signal, onOpened }: Asking,
): Promise<Tokens | undefined> {
  const loopback = await listenOnLoopback(browser.pageOf);
  try {
    const { address, state, finish } = await provider.authorize(loopback.redirectUri, { isAnew });
    const answered = loopback.answerTo(state);
    if (signal.aborted) return undefined;
    await openSafely(browser, address);
    onOpened(() => void openSafely(browser, address).catch(() => undefined));
    const answer = await orGivenUp(answered, browser.timeoutMs ?? browserTimeoutMs, signal);
    return answer && (await finish(answer));
  } finally {
    loopback.close();
  }
}

async function openSafely(browser: Browser, address: string): Promise<void> {
  if (!isSafeAddress(address)) throw new NoBrowser();
  await browser.open(address).catch((cause: unknown) => {
    throw new NoBrowser(undefined, { cause });
  });
}

/** The answer, or undefined where the signal came first. */
async function orGivenUp(
  answered: Promise<URL>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<URL | undefined> {
  const ending = new AbortController();
  const endWaiting = () => ending.abort();
  signal.addEventListener('abort', endWaiting);
  const timedOut = wait(timeoutMs, undefined, { signal: ending.signal }).then(
    () => Promise.reject(new BrowserTimedOut()),
    () => undefined,
  );
  try {
    return await Promise.race([answered, timedOut]);
  } finally {
    signal.removeEventListener('abort', endWaiting);
    endWaiting();
  }
}
