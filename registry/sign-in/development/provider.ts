import type { EventEmitter } from 'node:events';
import { type Configuration, errors, Provider } from 'oidc-provider';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { Storage } from '../../storage/storage.ts';
import { claimsOf } from './claims.ts';
import { clients, systemScopes } from './clients.ts';
import { memory } from './memory.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';
import { mountPath } from './routes.ts';
import type { SigningKey } from './signingKey.ts';

const daySeconds = 24 * 3600;

/** What the development provider is made of. */
export interface ProviderSetup {
  issuer: string;
  audience: string;
  environment: Environment;
  storage: Storage;
  key: SigningKey;
  tokenSeconds: number;
  onError: (error: Error) => void;
}

/** An OpenID provider whose accounts are the people of the registry. It asks for no password and for no consent. */
export function developmentProvider(setup: ProviderSetup): Provider {
  const { issuer, environment, key, onError } = setup;
  const account = accountsIn(setup.storage);
  const provider = new Provider(issuer, {
    adapter: memory,
    clients,
    jwks: { keys: [key.private] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: ['openid', 'offline_access', ...systemScopes.values()],
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'locale', 'preferred_username'],
      email: ['email'],
    },
    findAccount: (_context, username) => account(username),
    extraTokenClaims: async (_context, token) => {
      const person = token.kind === 'AccessToken' ? await account(token.accountId) : undefined;
      return { ...(await person?.claims()), environment };
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    rotateRefreshToken: true,
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant: grantOfRequest,
    interactions: { url: (_context, { uid }) => `${mountPath}/interaction/${uid}` },
    clientBasedCORS: () => false,
    cookies: cookiesAt(issuer),
    features: featuresFor(setup),
    renderError: (context, { error, error_description }) => {
      context.type = 'html';
      context.body = errorPage(error, error_description);
    },
    ttl: {
      AccessToken: setup.tokenSeconds,
      ClientCredentials: setup.tokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 14 * daySeconds,
      Session: 14 * daySeconds,
      Grant: 14 * daySeconds,
    },
  });
  provider.on('server_error', (_context, error) => onError(error));
  // Else Koa writes to the console.
  const koa: EventEmitter = provider;
  koa.on('error', onError);
  return provider;
}

function accountsIn(storage: Storage) {
  return async (username: string) => {
    const person = await storage.read((reader) => reader.personByUsername(username));
    if (!person) return undefined;
    return { accountId: username, claims: async () => ({ sub: username, ...claimsOf(person) }) };
  };
}

/** All that a desk asks for is granted: it belongs to the registry. */
const grantOfRequest: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider, requestParamOIDCScopes } = oidc;
  if (!client || !session?.accountId) return undefined;
  const { clientId } = client;
  const known = session.grantIdFor(clientId);
  const kept = known === undefined ? undefined : await provider.Grant.find(known);
  const grant = kept ?? new provider.Grant({ accountId: session.accountId, clientId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
};

/** Browsers share the cookies of one address among its ports, where other registries may run. */
function cookiesAt(issuer: string): Configuration['cookies'] {
  const { port } = new URL(issuer);
  const options = { httpOnly: true, sameSite: 'lax', signed: true } as const;
  return {
    keys: [crypto.randomUUID()],
    names: {
      session: `roledesk_session_${port}`,
      interaction: `roledesk_interaction_${port}`,
      resume: `roledesk_resume_${port}`,
    },
    long: { ...options, path: mountPath },
    short: options,
  };
}

function featuresFor({ audience, tokenSeconds }: ProviderSetup): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    userinfo: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: {
      enabled: true,
      allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = signOutPage(form);
      },
      postLogoutSuccessSource: (context) => {
        context.body = signedOutPage();
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      getResourceServerInfo: (_context, resource, client) => {
        if (resource !== audience) throw new errors.InvalidTarget();
        return {
          scope: systemScopes.get(client.clientId) ?? '',
          audience,
          accessTokenTTL: tokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  };
}
