import type { Environment } from '../../shared/domain/vocabulary.ts';
import type { SignInPlace } from '../../shared/wire/health.ts';
import { tokenProblem } from './problems.ts';

const systemScopes = ['registry:bodies', 'registry:accounts'] as const;

/** What only systems may do: keep the bodies, or the accounts of people. */
export type SystemScope = (typeof systemScopes)[number];

/** A token that allows what only systems may do stands for no person. */
export function isOfSystem(scopes: ReadonlySet<string>): boolean {
  return systemScopes.some((scope) => scopes.has(scope));
}

/** What the provider says of a person, in the standard claims of OpenID Connect. */
export interface Account {
  firstName: string;
  lastName: string;
  email: string;
  /** As BCP 47 has it, where the provider knows it. */
  language?: string;
}

/** Whom an access token stands for, what it may do beside that, and from when until when (seconds since 1970). */
export interface TokenHolder {
  /** The user name of a person, or the client id of a system. */
  subject: string;
  scopes: ReadonlySet<string>;
  issuedAt: number;
  expiresAt: number;
  account?: Account;
}

/** How people sign in: where desks go for that, and whose tokens are good. */
export interface SignIn {
  /** What a desk needs in order to sign its person in. */
  place(): SignInPlace;
  /** @throws {Problem} 401 `token_invalid` or `token_expired`, 503 `issuer_unreachable` */
  verify(token: string): Promise<TokenHolder>;
}

/** What the tokens of this registry are for, where no setting names it otherwise. */
export function usualAudience(environment: Environment): string {
  return `urn:roledesk:registry:${environment}`;
}

/** What desks are called at the provider, where no setting names them otherwise. */
export const usualClientId = 'roledesk';

/** Without a way to sign in, no token is good. */
export const noTokens: Pick<SignIn, 'verify'> = {
  verify: async () => {
    throw tokenProblem('token_invalid');
  },
};
