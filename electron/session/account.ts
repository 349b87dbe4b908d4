import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { OfflineCause } from '../../shared/desk/state.ts';
import { DeskService, type ServiceNews } from '../service-host/deskService.ts';
import { type Remembered, remembered } from '../settings/remembered.ts';
import type { Settings } from '../settings/settings.ts';
import type { DevelopmentVariables } from './development.ts';
import { developmentSignIn, type SignedIn } from './developmentSignIn.ts';
import { Session } from './session.ts';

/** The person who last signed in under each user name: whose store is opened while off line. */
const lastPersonsSchema = z.record(z.string(), z.string());

/** What the application hears of its account. */
export interface AccountEvents {
  onNews: (news: ServiceNews) => void;
  /** Somebody signed in, could not, or is another person than before. */
  onChange: () => void;
}

/** The person at this desk: signed in at the registry, and with a store and a desk service of their own. */
export class Account {
  readonly #profile: string;
  readonly #settings: Settings;
  readonly #development: DevelopmentVariables;
  readonly #events: AccountEvents;
  readonly #lastPersons: Remembered<z.infer<typeof lastPersonsSchema>>;
  #session: Session | undefined;
  #service: DeskService | undefined;
  #personId: string | undefined;
  #problem: OfflineCause | undefined;

  constructor(
    profile: string,
    settings: Settings,
    development: DevelopmentVariables,
    events: AccountEvents,
  ) {
    this.#profile = profile;
    this.#settings = settings;
    this.#development = development;
    this.#events = events;
    this.#lastPersons = remembered(
      join(profile, 'accounts', `${settings.environment}.json`),
      lastPersonsSchema,
    );
  }

  /** The desk service of the person, as soon as it is known who that is. */
  get service(): DeskService | undefined {
    return this.#service;
  }

  /** Why nobody is signed in, where that is known. */
  get problem(): OfflineCause | undefined {
    return this.#problem;
  }

  /** Opens the store of the last person at once and signs in meanwhile: the desk does not wait for the network. */
  start(): void {
    const { registry } = this.#settings;
    const { username } = this.#development;
    if (registry === undefined || username === undefined) {
      this.#problem = 'signed_out';
      return;
    }
    const last = this.#lastPersons.read()?.[username];
    if (last) this.#open(registry, last, undefined);
    this.#session = new Session({
      signIn: () => developmentSignIn(registry, username),
      onSignedIn: (signedIn) => this.#signedIn(registry, username, signedIn),
      onRefused: () => {
        this.#service?.giveToken(undefined);
        this.#setProblem('signed_out');
      },
      onUnreachable: () => this.#setProblem('unreachable'),
      pause: (ms) => wait(ms),
    });
    this.renew();
  }

  /** Gets a fresh token for the desk service. */
  renew(): void {
    void this.#session?.renew();
  }

  async close(): Promise<void> {
    await this.#service?.close();
  }

  #signedIn(registry: string, username: string, { token, personId }: SignedIn): void {
    this.#lastPersons.write({ ...this.#lastPersons.read(), [username]: personId });
    if (personId === this.#personId) this.#service?.giveToken(token);
    else this.#open(registry, personId, token);
    this.#setProblem(undefined);
  }

  #open(registry: string, personId: string, token: string | undefined): void {
    const { environment } = this.#settings;
    void this.#service?.close();
    this.#personId = personId;
    this.#service = new DeskService(
      {
        kind: 'open',
        environment,
        registry,
        file: join(this.#profile, 'stores', environment, `${personId}.sqlite`),
        token,
        holdMs: this.#development.holdMs,
      },
      this.#events.onNews,
    );
  }

  #setProblem(problem: OfflineCause | undefined): void {
    this.#problem = problem;
    this.#events.onChange();
  }
}
