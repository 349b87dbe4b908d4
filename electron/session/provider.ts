import './webCrypto.ts';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { isSafeAddress } from '../settings/addresses.ts';
import {
  ClocksApart,
  ProviderAnswerInvalid,
  ProviderRefused,
  ProviderUnreachable,
} from './providerErrors.ts';

/** Where one signs in, and as which client. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  /** Names the registry in the access tokens (RFC 8707), where it has a name. */
  resource?: string;
}

/** What a provider gives for a sign-in, all checks passed. */
export interface Tokens {
  accessToken: string;
  /** Until when it is good, where the provider says so. */
  expiresInMs: number | undefined;
  /** Whom it stands for: the claim `sub`. */
  subject: string;
  /** None where the provider gives none: then the sign-in ends with the access token. */
  refreshToken: string | undefined;
  idToken: string;
}

/** A question to the person in the browser. */
export interface Authorization {
  /** Where to send the browser. */
  address: string;
  /** What the answer has to carry. */
  state: string;
  /** Makes tokens of the answer. */
  finish: (answer: URL) => Promise<Tokens>;
}

const scope = 'openid profile email offline_access';
const timeoutSeconds = 15;
/**
 * How far clocks may be apart: as far as Kerberos lets them (RFC 4120), which networks keep to. An id token comes
 * straight from the provider for a code and a nonce of this sign-in: its times protect from little more.
 */
const clockToleranceSeconds = 5 * 60;

/** An OpenID Connect provider as a native application uses it (RFC 8252). All calls reject with the errors of providerErrors.ts. */
export class Provider {
  readonly #config: oidc.Configuration;
  readonly #resource: { resource?: string };

  private constructor(config: oidc.Configuration, resource: string | undefined) {
    this.#config = config;
    this.#resource = resource === undefined ? {} : { resource };
  }

  /** Reads the provider's own description of itself, and checks that it is of the issuer that was asked for. */
  static async discover({ issuer, clientId, resource }: ProviderSettings): Promise<Provider> {
    const client = { [oidc.clockTolerance]: clockToleranceSeconds };
    const isLocal = issuer.startsWith('http:') && isSafeAddress(issuer);
    const config = await checked(
      oidc.discovery(new URL(issuer), clientId, client, oidc.None(), {
        [oidc.customFetch]: fetchSafely,
        timeout: timeoutSeconds,
        // Verifies the signature of id tokens, whatever way they came.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(isLocal ? [oidc.allowInsecureRequests] : []),
        ],
      }),
    );
    return new Provider(config, resource);
  }

  /**
   * Prepares a sign-in.
   * @param options.isAnew whether the person is asked even where the browser is still signed in
   */
  async authorize(redirectUri: string, options: { isAnew: boolean }): Promise<Authorization> {
    const { authorization_endpoint: endpoint = '' } = this.#config.serverMetadata();
    if (!isSafeAddress(endpoint)) throw new ProviderAnswerInvalid();
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const address = oidc.buildAuthorizationUrl(this.#config, {
      ...this.#resource,
      scope,
      state,
      nonce,
      redirect_uri: redirectUri,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // OpenID Connect Core, 11: no offline access without consent.
      prompt: options.isAnew ? 'login consent' : 'consent',
    }).href;
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    };
    return {
      address,
      state,
      finish: async (answer) =>
        tokensOf(
          await checked(
            oidc.authorizationCodeGrant(this.#config, answer, checks, { ...this.#resource }),
          ),
        ),
    };
  }

  /** Exchanges a refresh token; the answer may name nobody but the person it was given to. */
  async refresh(kept: Pick<Tokens, 'subject' | 'idToken'> & { refreshToken: string }) {
    const answer = await checked(
      oidc.refreshTokenGrant(this.#config, kept.refreshToken, { ...this.#resource }),
    );
    if ((answer.claims()?.sub ?? kept.subject) !== kept.subject) {
      throw new ProviderRefused('other_subject');
    }
    return {
      accessToken: answer.access_token,
      expiresInMs: expiryOf(answer),
      subject: kept.subject,
      refreshToken: answer.refresh_token ?? kept.refreshToken,
      idToken: answer.id_token ?? kept.idToken,
    };
  }

  /** Makes a refresh token worthless, where the provider offers that. */
  async revoke(refreshToken: string): Promise<void> {
    if (this.#config.serverMetadata().revocation_endpoint === undefined) return;
    const parameters = { token_type_hint: 'refresh_token' };
    await checked(oidc.tokenRevocation(this.#config, refreshToken, parameters));
  }

  /** Where the browser ends the session at the provider, where that is possible. */
  endSessionAddress(idToken: string): string | undefined {
    const { end_session_endpoint: endpoint = '' } = this.#config.serverMetadata();
    if (!isSafeAddress(endpoint)) return undefined;
    return oidc.buildEndSessionUrl(this.#config, { id_token_hint: idToken }).href;
  }
}

type GrantAnswer = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

function tokensOf(answer: GrantAnswer): Tokens {
  const subject = answer.claims()?.sub;
  if (subject === undefined || answer.id_token === undefined) throw new ProviderAnswerInvalid();
  return {
    accessToken: answer.access_token,
    expiresInMs: expiryOf(answer),
    subject,
    refreshToken: answer.refresh_token,
    idToken: answer.id_token,
  };
}

function expiryOf({ expires_in: seconds }: GrantAnswer): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}

/** Asks no address that a secret could be overheard at, whatever the provider's description names. */
const fetchSafely: oidc.CustomFetch = async (address, options) => {
  if (!isSafeAddress(address)) throw new ProviderAnswerInvalid();
  // With the types of a browser beside those of Node, its `body` is a little too wide for `fetch`.
  const response = await fetch(address, options as RequestInit).catch((cause: unknown) => {
    throw new ProviderUnreachable({ cause });
  });
  if (response.status >= 500 || response.status === 429) throw new ProviderUnreachable();
  return response;
};

/** Says in our own errors what openid-client rejects with. */
async function checked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (
      cause instanceof oidc.ResponseBodyError ||
      cause instanceof oidc.AuthorizationResponseError
    ) {
      throw new ProviderRefused(cause.error, { cause });
    }
    // What `fetchSafely` throws comes wrapped.
    if (cause instanceof Error && cause.cause instanceof ProviderUnreachable) throw cause.cause;
    if (isOfClocks(cause)) throw new ClocksApart({ cause });
    throw new ProviderAnswerInvalid({ cause });
  }
}

/** How openid-client says that the times of a token did not pass: `now` by this computer, `iat` by the provider. */
const timesSchema = z.object({
  code: z.literal('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'),
  cause: z.object({
    cause: z.object({ now: z.number(), claims: z.object({ iat: z.number() }) }),
  }),
});

/** Whether a token was refused that was made, by the provider's clock, long before or after now: it was made just now. */
function isOfClocks(error: unknown): boolean {
  const times = timesSchema.safeParse(error).data?.cause.cause;
  return times !== undefined && Math.abs(times.now - times.claims.iat) > clockToleranceSeconds;
}
