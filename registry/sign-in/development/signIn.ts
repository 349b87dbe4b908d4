import type { Server } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import { createLocalJWKSet, importJWK, SignJWT } from 'jose';
import type { Provider } from 'oidc-provider';
import type { Environment } from '../../../shared/domain/vocabulary.ts';
import type { Storage } from '../../storage/storage.ts';
import { holderOf } from '../accessToken.ts';
import { type SignIn, type SystemScope, usualAudience, usualClientId } from '../signIn.ts';
import { claimsOf } from './claims.ts';
import { developmentProvider } from './provider.ts';
import { mountPath, providerRoutes } from './routes.ts';
import { signingKeyIn } from './signingKey.ts';

const usualTokenSeconds = 3600;

/** Sign-in at the registry itself, as any of the people it knows, without a password. */
export interface DevelopmentSignIn extends SignIn {
  /** How long an access token is good, where nobody asks for another time. */
  tokenSeconds: number;
  /** An access token as the provider gives it, for a person or a system, without a browser. */
  sign(subject: string, expiresInSeconds: number, scope?: SystemScope): Promise<string>;
  /** The OpenID provider and its page. */
  routes: FastifyPluginAsync;
}

/** Sets up development sign-in; its issuer is known once the server that got its routes listens. */
export async function developmentSignIn(
  storage: Storage,
  environment: Environment,
  { tokenSeconds = usualTokenSeconds }: { tokenSeconds?: number } = {},
): Promise<DevelopmentSignIn> {
  const key = await signingKeyIn(storage);
  const keys = createLocalJWKSet({ keys: [key.public] });
  const privateKey = await importJWK(key.private);
  const audience = usualAudience(environment);
  let server: Server | undefined;
  const issuer = () => issuerAt(server);

  return {
    tokenSeconds,
    place: () => ({ issuer: issuer(), clientId: usualClientId, resource: audience }),
    // One clock both signs and checks.
    verify: (token) =>
      holderOf(token, keys, { issuer: issuer(), audience, environment, clockTolerance: 0 }),
    sign: async (subject, expiresInSeconds, scope) => {
      const person = scope
        ? undefined
        : await storage.read((reader) => reader.personByUsername(subject));
      const says = person ? claimsOf(person) : { scope };
      return new SignJWT({ ...says, environment, client_id: scope ? subject : usualClientId })
        .setProtectedHeader({ alg: 'ES256', kid: key.public.kid, typ: 'at+jwt' })
        .setIssuer(issuer())
        .setAudience(audience)
        .setSubject(subject)
        .setJti(crypto.randomUUID())
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(privateKey);
    },
    routes: async (app) => {
      server = app.server;
      let made: Provider | undefined;
      const provider = () => {
        made ??= developmentProvider({
          ...{ issuer: issuer(), audience, environment, storage, key, tokenSeconds },
          onError: (error) => app.log.error({ err: error }, 'the development provider failed'),
        });
        return made;
      };
      await app.register(providerRoutes({ provider, storage, environment }));
    },
  };
}

function issuerAt(server: Server | undefined): string {
  const address = server?.address();
  if (!address || typeof address === 'string') throw new Error('the registry does not listen yet');
  return `http://127.0.0.1:${address.port}${mountPath}`;
}
