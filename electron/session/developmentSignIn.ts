import { decodeJwt } from 'jose';
import { z } from 'zod';
import { devTokenSchema } from '../../shared/wire/development.ts';

const signInTimeoutMs = 5000;

/** Somebody signed in: the token for the registry and the person it stands for. */
export interface SignedIn {
  token: string;
  personId: string;
}

/** What came of signing in: a person, a refusal, or a registry that did not answer as one. */
export type SignIn = ({ outcome: 'signed_in' } & SignedIn) | { outcome: 'refused' | 'unreachable' };

/** Signs a demonstration person in at a registry that runs with `--dev`, without a browser. */
export async function developmentSignIn(registry: string, username: string): Promise<SignIn> {
  try {
    const answer = await fetch(new URL('/dev/token', registry), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username }),
      signal: AbortSignal.timeout(signInTimeoutMs),
    });
    if (answer.status >= 400 && answer.status < 500) return { outcome: 'refused' };
    const { access_token: token } = devTokenSchema.parse(await answer.json());
    return { outcome: 'signed_in', token, personId: z.string().parse(decodeJwt(token).sub) };
  } catch {
    return { outcome: 'unreachable' };
  }
}
