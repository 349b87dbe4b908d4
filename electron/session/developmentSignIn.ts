import { decodeJwt } from 'jose';
import { z } from 'zod';
import { devTokenSchema } from '../../shared/wire/development.ts';
import type { SignIn, SignInWay } from './signIn.ts';

const signInTimeoutMs = 5000;

/** Signs a demonstration person in at a registry that runs with `--dev`, without a browser. */
export function developmentSignIn(registry: string, username: string): SignInWay {
  const signIn = () => developmentToken(registry, username);
  return { renew: signIn, ask: signIn, signOut: async () => {} };
}

async function developmentToken(registry: string, username: string): Promise<SignIn> {
  try {
    const answer = await fetch(new URL('/dev/token', registry), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username }),
      signal: AbortSignal.timeout(signInTimeoutMs),
    });
    if (answer.status >= 400 && answer.status < 500) {
      return { outcome: 'refused', problem: 'not_set_up' };
    }
    const { access_token: token, expires_in: seconds } = devTokenSchema.parse(await answer.json());
    const subject = z.string().parse(decodeJwt(token).sub);
    return { outcome: 'signed_in', token, subject, expiresInMs: seconds * 1000 };
  } catch {
    return { outcome: 'unreachable', problem: 'registry_unreachable' };
  }
}
