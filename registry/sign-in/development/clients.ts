import type { ClientMetadata } from 'oidc-provider';
import { type SystemScope, usualClientId } from '../signIn.ts';

/** The secret of the systems below. It opens nothing but demonstration data. */
export const developmentSecret = 'development-only-secret';

/** What each system may do. */
export const systemScopes: ReadonlyMap<string, SystemScope> = new Map([
  ['development-bodies', 'registry:bodies'],
  ['development-accounts', 'registry:accounts'],
]);

/** A native application (RFC 8252): any free port of the loopback address, no secret, proof of possession of the code. */
const desk: ClientMetadata = {
  client_id: usualClientId,
  client_name: 'Roledesk',
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1/callback'],
  post_logout_redirect_uris: ['http://127.0.0.1/signed-out'],
  scope: 'openid profile email offline_access',
};

/** Who may ask the development provider for tokens. */
export const clients: ClientMetadata[] = [
  desk,
  ...[...systemScopes].map(([id, scope]) => ({
    client_id: id,
    client_secret: developmentSecret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope,
  })),
];
