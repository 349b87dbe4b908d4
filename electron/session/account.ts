import { setTimeout as wait } from 'node:timers/promises';
import type { ToService } from '../../shared/desk/service.ts';
import type { SignInProblem, SignInState } from '../../shared/desk/state.ts';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import type { DeskService, ServiceNews } from '../service-host/deskService.ts';
import type { Remembered } from '../settings/remembered.ts';
import { type LastPerson, lastPersonOf, personOf, storeFile } from './lastPerson.ts';
import { Session } from './session.ts';
import type { SignedIn, SignInWay } from './signIn.ts';

/** How long before its end a token is replaced, at most; a short one is replaced at half its time. */
const renewalLeadMs = 60_000;
/** The longest that a timer of Node takes. */
const longestTimerMs = 2 ** 31 - 1;

/** The desk service of a person, as the account and those who ask for it use it. */
export type PersonsService = Pick<
  DeskService,
  'pass' | 'ask' | 'export' | 'giveToken' | 'reopen' | 'trouble' | 'close'
>;

/** A registry and how to sign in there. */
interface Place {
  registry: string;
  way: SignInWay;
}

/** What an account works with and whom it tells. */
export interface AccountParts {
  profile: string;
  environment: Environment;
  /** None where no registry is set. */
  at: Place | undefined;
  /** The one person of development sign-in: no other store is opened, and nobody is asked. */
  onlySubject?: string | undefined;
  /** Overrides the hold time of the preferences. */
  holdMs?: number | undefined;
  openService: (
    opening: Extract<ToService, { kind: 'open' }>,
    onNews: (news: ServiceNews) => void,
  ) => PersonsService;
  onNews: (news: Exclude<ServiceNews, { kind: 'token_wanted' }>) => void;
  /** The sign-in stands otherwise, or a store was opened. */
  onChange: () => void;
  /** A person's store was closed: nothing of it is to stay in the window. */
  onLeft: () => void;
}

type Settled = Exclude<SignInState, { state: 'in_browser' }>;

interface Attempt {
  ending: AbortController;
  openAgain?: () => void;
}

/** The person at this desk: signed in at the registry, and with a store and a desk service of their own. */
export class Account {
  readonly #parts: AccountParts;
  readonly #lastPerson: Remembered<LastPerson>;
  #person: { subject: string; service: PersonsService } | undefined;
  #session: Session | undefined;
  /** The sign-in by the person's own doing that is under way. */
  #attempt: Attempt | undefined;
  #settled: Settled = { state: 'signed_out' };
  #renewalTimer: NodeJS.Timeout | undefined;
  #closing: Promise<unknown> = Promise.resolve();

  constructor(parts: AccountParts) {
    this.#parts = parts;
    this.#lastPerson = lastPersonOf(parts.profile, parts.environment);
  }

  /** The desk service of the person, as soon as it is known who that is. */
  get service(): PersonsService | undefined {
    return this.#person?.service;
  }

  get signIn(): SignInState {
    return this.#attempt ? { state: 'in_browser' } : this.#settled;
  }

  /** Opens the store of the last person at once and signs in meanwhile: the desk does not wait for the network. */
  start(): void {
    const { at, onlySubject } = this.#parts;
    if (!at) {
      this.#settled = signedOut('not_set_up');
      return;
    }
    const last = this.#lastPerson.read();
    const isOurs = last !== undefined && (onlySubject ?? last.subject) === last.subject;
    if (isOurs) this.#open(at, last.subject, undefined);
    if (!isOurs && onlySubject === undefined) return;
    this.#settle({ state: 'connecting' });
    this.#beginSession(at);
    this.#renew();
  }

  /** Has the person sign in; this takes the place of an attempt that is under way. */
  async ask(): Promise<void> {
    const { at } = this.#parts;
    if (!at) return;
    this.#attempt?.ending.abort();
    const attempt: Attempt = { ending: new AbortController() };
    this.#attempt = attempt;
    this.#parts.onChange();
    const result = await at.way.ask({
      isAnew: this.#person === undefined,
      signal: attempt.ending.signal,
      onOpened: (openAgain) => {
        attempt.openAgain = openAgain;
      },
    });
    if (this.#attempt !== attempt) return;
    this.#attempt = undefined;
    if (result.outcome === 'signed_in') {
      await this.#signedIn(at, this.#beginSession(at), result);
    } else if (this.#settled.state === 'signed_out') {
      this.#settled = signedOut(result.problem);
    }
    this.#parts.onChange();
  }

  /** Opens the browser once more for the attempt under way. */
  openBrowserAgain(): void {
    this.#attempt?.openAgain?.();
  }

  /** Gives up the attempt under way. */
  cancel(): void {
    this.#attempt?.ending.abort();
    this.#attempt = undefined;
    if (this.#settled.state === 'signed_out') this.#settled = signedOut();
    this.#parts.onChange();
  }

  /** Closes the store of the person, whose decisions stay in it, and forgets who it was; off line too. */
  async signOut(): Promise<void> {
    this.#endSession();
    this.#lastPerson.forget();
    this.#settled = signedOut();
    this.#leave();
    this.cancel();
    await this.#parts.at?.way.signOut();
  }

  /** Ends all of it, with the store as it is. */
  async close(): Promise<void> {
    this.#endSession();
    this.#attempt?.ending.abort();
    await Promise.all([this.#closing, this.#person?.service.close()]);
  }

  #beginSession(at: Place): Session {
    this.#session?.stop();
    const session = new Session({
      renew: () => at.way.renew(),
      onSignedIn: (signedIn) => void this.#signedIn(at, session, signedIn),
      onRefused: (problem) => {
        this.service?.giveToken(undefined);
        this.#settle(signedOut(problem));
      },
      onUnreachable: (problem) => this.#settle({ state: 'connecting', problem }),
      pause: (ms) => wait(ms),
    });
    this.#session = session;
    return session;
  }

  #endSession(): void {
    this.#session?.stop();
    this.#session = undefined;
    clearTimeout(this.#renewalTimer);
  }

  /** Gets a fresh token for the desk service, or tells it at once that only the person can. */
  #renew(): void {
    if (this.#settled.state === 'signed_out') this.service?.giveToken(undefined);
    else void this.#session?.renew();
  }

  /** A token goes to the service of the person that it stands for, and to no other. */
  async #signedIn(at: Place, session: Session, signedIn: SignedIn): Promise<void> {
    const { token, subject, expiresInMs } = signedIn;
    this.#renewBeforeEnd(expiresInMs);
    if (this.#person?.subject === subject) {
      this.#person.service.giveToken(token);
      this.#settle({ state: 'signed_in' });
      return;
    }
    this.#leave();
    this.#settle({ state: 'signed_in' });
    this.#lastPerson.write(personOf(subject));
    // A store is written by one service at a time, and this may be the one that was left a moment ago.
    await this.#closing;
    if (this.#session !== session || this.#person) return;
    this.#open(at, subject, token);
    this.#parts.onChange();
  }

  /** By a timer that does not know the time of day: a clock may be set. */
  #renewBeforeEnd(expiresInMs: number | undefined): void {
    clearTimeout(this.#renewalTimer);
    // The registry's refusal ends a token of which nothing is known, or that is over at once.
    if (!expiresInMs) return;
    const ms = Math.max(expiresInMs - renewalLeadMs, expiresInMs / 2);
    this.#renewalTimer = setTimeout(() => this.#renew(), Math.min(ms, longestTimerMs));
  }

  #open({ registry }: Place, subject: string, token: string | undefined): void {
    const { profile, environment, holdMs, openService, onNews } = this.#parts;
    const file = storeFile(profile, environment, personOf(subject));
    const service = openService(
      { kind: 'open', environment, registry, subject, file, token, holdMs },
      (news) => {
        if (this.service !== service) return;
        if (news.kind === 'token_wanted') this.#renew();
        else onNews(news);
      },
    );
    this.#person = { subject, service };
  }

  #leave(): void {
    if (!this.#person) return;
    this.#closing = Promise.all([this.#closing, this.#person.service.close()]);
    this.#person = undefined;
    this.#parts.onLeft();
  }

  #settle(settled: Settled): void {
    if (JSON.stringify(settled) === JSON.stringify(this.#settled)) return;
    this.#settled = settled;
    this.#parts.onChange();
  }
}

function signedOut(problem?: SignInProblem): Settled {
  return problem ? { state: 'signed_out', problem } : { state: 'signed_out' };
}
