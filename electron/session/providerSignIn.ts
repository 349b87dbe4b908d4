import type { SignInProblem } from '../../shared/desk/state.ts';
import type { KeptTokens, TokenKeeper } from '../secrets/keptTokens.ts';
import type { Settings } from '../settings/settings.ts';
import { type Browser, BrowserTimedOut, NoBrowser, signInWithBrowser } from './browserSignIn.ts';
import { type FoundProvider, findProvider, NoProvider } from './findProvider.ts';
import type { ProviderSettings, Tokens } from './provider.ts';
import { ClocksApart, ProviderRefused, ProviderUnreachable } from './providerErrors.ts';
import type { Asking, SignIn, SignInWay } from './signIn.ts';

/** How to sign in at the provider of a registry. */
export interface ProviderParts {
  registry: string;
  settings: Pick<Settings, 'environment' | 'signIn'>;
  keeper: TokenKeeper;
  browser: Browser;
}

/** Signs people in at an OpenID Connect provider: once in the browser, then by refresh tokens. */
export class ProviderSignIn implements SignInWay {
  readonly #parts: ProviderParts;
  #found: Promise<FoundProvider> | undefined;

  constructor(parts: ProviderParts) {
    this.#parts = parts;
  }

  async renew(): Promise<SignIn> {
    const { keeper } = this.#parts;
    const kept = await keeper.read();
    if (!kept) return { outcome: 'refused' };
    try {
      const { provider, settings } = await this.#provider();
      // A token is shown to nobody but who gave it, whatever the registry names now.
      if (!isOf(kept, settings)) return { outcome: 'refused' };
      const tokens = await provider.refresh(kept);
      if ((await keeper.read()) !== kept) {
        // Signed out, or in anew, meanwhile: these have come too late.
        await provider.revoke(tokens.refreshToken).catch(() => undefined);
        return { outcome: 'refused' };
      }
      await this.#keep(tokens, settings);
      return signedIn(tokens);
    } catch (error) {
      if (error instanceof ProviderRefused) return { outcome: 'refused' };
      // Not tried again: each try uses up a refresh token, and only a person can set a clock.
      if (error instanceof ClocksApart) return { outcome: 'refused', problem: problemOf(error) };
      return { outcome: 'unreachable', problem: problemOf(error) };
    }
  }

  async ask(asking: Asking): Promise<SignIn> {
    try {
      // Asked anew each time: whoever set it up wrongly may have mended it.
      this.#found = undefined;
      const { provider, settings } = await this.#provider();
      const tokens = await signInWithBrowser(provider, this.#parts.browser, asking);
      if (!tokens || asking.signal.aborted) return { outcome: 'refused' };
      await this.#keep(tokens, settings);
      return signedIn(tokens);
    } catch (error) {
      return { outcome: 'refused', problem: problemOf(error) };
    }
  }

  async signOut(): Promise<void> {
    const { keeper, browser } = this.#parts;
    const kept = await keeper.read();
    await keeper.forget();
    if (!kept) return;
    try {
      const { provider, settings } = await this.#provider();
      if (!isOf(kept, settings)) return;
      await provider.revoke(kept.refreshToken).catch((error: unknown) => {
        // No page for a browser that cannot load it.
        if (error instanceof ProviderUnreachable) throw error;
      });
      const address = provider.endSessionAddress(kept.idToken);
      if (address !== undefined) await browser.open(address);
    } catch {
      // Off line the provider hears nothing of it; here the person is signed out all the same.
    }
  }

  /** Without a refresh token the sign-in lasts as long as the access token. */
  async #keep(tokens: Tokens, { issuer, clientId }: ProviderSettings): Promise<void> {
    const { subject, refreshToken, idToken } = tokens;
    if (refreshToken === undefined) return this.#parts.keeper.forget();
    await this.#parts.keeper.keep({ issuer, clientId, subject, refreshToken, idToken });
  }

  #provider(): Promise<FoundProvider> {
    this.#found ??= findProvider(this.#parts.registry, this.#parts.settings);
    this.#found.catch(() => {
      this.#found = undefined;
    });
    return this.#found;
  }
}

function isOf(kept: KeptTokens, { issuer, clientId }: ProviderSettings): boolean {
  return kept.issuer === issuer && kept.clientId === clientId;
}

function signedIn({ accessToken: token, subject, expiresInMs }: Tokens): SignIn {
  return { outcome: 'signed_in', token, subject, expiresInMs };
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof NoProvider) return error.problem;
  if (error instanceof BrowserTimedOut) return 'timed_out';
  if (error instanceof NoBrowser) return 'no_browser';
  if (error instanceof ProviderUnreachable) return 'provider_unreachable';
  if (error instanceof ClocksApart) return 'clock_wrong';
  if (error instanceof ProviderRefused) {
    return error.code === 'access_denied' ? 'denied' : 'refused';
  }
  return 'provider_invalid';
}
