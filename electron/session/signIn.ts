import type { SignInProblem } from '../../shared/desk/state.ts';

/** Somebody signed in: the token for the registry and whom it stands for. */
export interface SignedIn {
  token: string;
  /** The claim `sub`: the same person has the same one every time. */
  subject: string;
  /** How long the token is good, where that is known. */
  expiresInMs: number | undefined;
}

/** What came of signing in: a person, an end, or something that another attempt may mend. */
export type SignIn =
  | ({ outcome: 'signed_in' } & SignedIn)
  /** Without a problem the person did not want to, or has nothing to sign in with. */
  | { outcome: 'refused'; problem?: SignInProblem }
  | { outcome: 'unreachable'; problem: SignInProblem };

/** How to ask the person. */
export interface Asking {
  /** Whether to ask even where the browser is still signed in: it may be somebody else's session. */
  isAnew: boolean;
  /** Gives up; the outcome is then a refusal without a problem. */
  signal: AbortSignal;
  /** Called once the browser is open, with what opens it again. */
  onOpened: (openAgain: () => void) => void;
}

/** A way to sign in at a registry. None of its functions rejects. */
export interface SignInWay {
  /** Gets a fresh token without the person's doing. */
  renew: () => Promise<SignIn>;
  /** Has the person sign in. */
  ask: (asking: Asking) => Promise<SignIn>;
  /** Forgets the person, here and as far as it can be reached at the provider. */
  signOut: () => Promise<void>;
}
