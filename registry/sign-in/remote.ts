import type { Environment } from '../../shared/domain/vocabulary.ts';
import { holderOf } from './accessToken.ts';
import { keysOfIssuer } from './issuer.ts';
import { type SignIn, usualAudience, usualClientId } from './signIn.ts';

const clockToleranceSeconds = 5;

/** What the command line says of the provider. */
export interface RemoteSetup {
  issuer: string;
  environment: Environment;
  audience?: string;
  clientId?: string;
  /** Told why the issuer could not be reached. */
  onUnreachable: (error: unknown) => void;
  /** See `keysOfIssuer`. */
  cooldownMs?: number;
}

/** Sign-in at an OpenID provider elsewhere: EU Login, or a national one. The registry only checks its tokens. */
export function remoteSignIn(setup: RemoteSetup): SignIn {
  const { issuer, environment, onUnreachable, cooldownMs } = setup;
  const { audience = usualAudience(environment), clientId = usualClientId } = setup;
  const keys = keysOfIssuer(issuer, onUnreachable, cooldownMs);
  const rules = { issuer, audience, environment, clockTolerance: clockToleranceSeconds };
  return {
    place: () => ({ issuer, clientId, resource: audience }),
    verify: (token) => holderOf(token, keys, rules),
  };
}
