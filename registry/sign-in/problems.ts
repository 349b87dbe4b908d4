import { Problem } from '../http/problem.ts';

const retryAfterSeconds = 10;

/** Why a call is not let in (RFC 6750). */
export function tokenProblem(code: 'token_missing' | 'token_invalid' | 'token_expired'): Problem {
  const challenge = code === 'token_missing' ? 'Bearer' : 'Bearer error="invalid_token"';
  return new Problem(401, code, { headers: { 'www-authenticate': challenge } });
}

/** The token cannot be judged just now. Not a 401: a desk must not sign out for that. */
export function issuerUnreachable(): Problem {
  return new Problem(503, 'issuer_unreachable', {
    headers: { 'retry-after': `${retryAfterSeconds}` },
  });
}
