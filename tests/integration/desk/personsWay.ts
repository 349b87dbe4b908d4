import { setTimeout as wait } from 'node:timers/promises';
import type { SignIn, SignInWay } from '../../../electron/session/signIn.ts';
import type { TestRegistry } from '../../fixtures/registry.ts';

const tokenSeconds = 60;
/** Said to be good for less: there is always a renewal under way or soon. */
const renewedAfterMs = 500;

/** Signs in whoever sits down. Renewals take their time, or are held up: some come after the person has gone. */
export class PersonsWay implements SignInWay {
  /** Who sits at the desk now. */
  atDesk = '';
  /** How long renewals take. */
  slowMs = 0;
  #heldUp: Promise<void> = Promise.resolve();
  readonly #registry: TestRegistry;
  #signedIn: string | undefined;

  constructor(registry: TestRegistry) {
    this.#registry = registry;
  }

  async renew(): Promise<SignIn> {
    const subject = this.#signedIn;
    if (subject === undefined) return { outcome: 'refused' };
    const renewed = await this.#signIn(subject);
    await wait(this.slowMs);
    await this.#heldUp;
    return renewed;
  }

  /** From now on no renewal comes, until the answer is called. */
  holdUp(): () => void {
    let letGo = () => {};
    this.#heldUp = new Promise((resolve) => {
      letGo = resolve;
    });
    return letGo;
  }

  ask(): Promise<SignIn> {
    this.#signedIn = this.atDesk;
    return this.#signIn(this.atDesk);
  }

  async signOut(): Promise<void> {
    this.#signedIn = undefined;
  }

  async #signIn(subject: string): Promise<SignIn> {
    try {
      const token = await this.#registry.token(subject, tokenSeconds);
      return { outcome: 'signed_in', token, subject, expiresInMs: 2 * renewedAfterMs };
    } catch {
      return { outcome: 'unreachable', problem: 'registry_unreachable' };
    }
  }
}
