import type { SignedIn, SignIn } from './developmentSignIn.ts';

const firstRetryMs = 500;
const longestRetryMs = 15_000;

/** How the person at this desk signs in, and what the desk does with it. */
export interface SessionParts {
  signIn: () => Promise<SignIn>;
  /** A person is signed in: for the first time, again, or another one. */
  onSignedIn: (signedIn: SignedIn) => void;
  /** The registry does not let the person in. */
  onRefused: () => void;
  /** Nobody answers yet; it is tried again. */
  onUnreachable: () => void;
  /** Waits between two attempts. */
  pause: (ms: number) => Promise<unknown>;
}

/** Keeps a person signed in: asks until the registry answers, one attempt at a time. */
export class Session {
  readonly #parts: SessionParts;
  #renewal: Promise<void> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Gets a fresh token; calls while one is on its way share it. */
  renew(): Promise<void> {
    this.#renewal ??= this.#signIn().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #signIn(): Promise<void> {
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
      const result = await this.#parts.signIn();
      switch (result.outcome) {
        case 'signed_in':
          return this.#parts.onSignedIn(result);
        case 'refused':
          return this.#parts.onRefused();
        case 'unreachable':
          this.#parts.onUnreachable();
      }
      await this.#parts.pause(retryMs);
    }
  }
}
