import type { SignInProblem } from '../../shared/desk/state.ts';
import type { SignedIn, SignIn } from './signIn.ts';

const firstRetryMs = 500;
const longestRetryMs = 15_000;

/** How the person at this desk is kept signed in, and what the desk does with it. */
export interface SessionParts {
  renew: () => Promise<SignIn>;
  /** The person is signed in: for the first time, or again. */
  onSignedIn: (signedIn: SignedIn) => void;
  /** Only the person can go on from here. */
  onRefused: (problem: SignInProblem | undefined) => void;
  /** Nobody answers yet; it is tried again. */
  onUnreachable: (problem: SignInProblem) => void;
  /** Waits between two attempts. */
  pause: (ms: number) => Promise<unknown>;
}

/** Keeps a person signed in: asks until there is an answer, one attempt at a time. */
export class Session {
  readonly #parts: SessionParts;
  #renewal: Promise<void> | undefined;
  #isStopped = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Gets a fresh token; calls while one is on its way share it. */
  renew(): Promise<void> {
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  /** Ends it: what is still under way is told to nobody. */
  stop(): void {
    this.#isStopped = true;
  }

  async #renew(): Promise<void> {
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
      if (this.#isStopped) return;
      const result = await this.#parts.renew();
      if (this.#isStopped) return;
      switch (result.outcome) {
        case 'signed_in':
          return this.#parts.onSignedIn(result);
        case 'refused':
          return this.#parts.onRefused(result.problem);
        case 'unreachable':
          this.#parts.onUnreachable(result.problem);
      }
      await this.#parts.pause(retryMs);
    }
  }
}
