import { setImmediate as breathe } from 'node:timers/promises';
import { readDesk, updateDesk } from '../db/desk.ts';
import type { Store } from '../db/store.ts';
import type { Connection, DeskState, OfflineCause } from '../shared/desk/state.ts';
import type { Topic } from '../shared/desk/topics.ts';
import { changesLimit } from '../shared/wire/changes.ts';
import { Awaited } from './awaited.ts';
import { backoffMs } from './backoff.ts';
import { Bell, type Ring } from './bell.ts';
import type { Clock } from './clock.ts';
import { greet, offlineCauseOf } from './connect.ts';
import { Holding } from './holding.ts';
import { type Notice, noticeOfConflicts, noticeOfNewRequests } from './notices.ts';
import { largerLimit, smallerLimit } from './pageLimit.ts';
import { exchangePreferences, hasUnsavedPreferences } from './preferences.ts';
import { pullPage } from './pull.ts';
import { push } from './push.ts';
import { type Listening, type Registry, RegistryProblem, RegistrySilent } from './registry.ts';
import { Skew } from './skew.ts';

/** What the sync works with and whom it tells. */
export interface SyncParts {
  store: Store;
  registry: Registry;
  clock: Clock;
  /** From 0 to below 1. */
  random: () => number;
  onChanged: (topics: Topic[]) => void;
  onNotice: (notice: Notice) => void;
  /** The registry refused the token; `giveToken` is to bring another. */
  onTokenWanted: () => void;
}

/** Asked for even when the registry tells nothing: its events may get lost on the way. */
const pollMs = 60_000;
/** How long a fresh token may take before the desk calls itself signed out. */
const tokenPatienceMs = 5000;

const busyRings: Ring[] = ['work', 'changed', 'lost', 'asked', 'token', 'end'];
const offlineRings: Ring[] = ['asked', 'token', 'end'];
/** Who waits before asking for events again is on line all the same: decisions do not wait with it. */
const eventlessRings: Ring[] = ['work', ...offlineRings];
/** A registry that has been asked too much is not asked before its time, whoever wants it. */
const pausingRings: Ring[] = ['end'];

/**
 * Keeps store and registry together: connects, pushes, pulls, and rests until something happens. There is one round at
 * a time, so that an answer and a pull never overtake each other.
 */
export class Sync {
  readonly #parts: SyncParts;
  readonly #bell: Bell;
  readonly #holding: Holding;
  readonly #awaited: Awaited;
  readonly #skew: Skew;
  readonly #registry: Registry;
  #connection: Connection;
  #firstPull: DeskState['firstPull'];
  #listening: Listening | undefined;
  /** Whether it is time to ask for what no event tells: the person, the scopes, the preferences. */
  #isPollDue = false;
  #failures = 0;
  #pageLimit: number = changesLimit.usual;
  /** How often in a row the events ended. */
  #losses = 0;
  /** Whether a fresh token has been asked for since something was last exchanged. */
  #isTokenAsked = false;
  #isEnding = false;
  #done: Promise<void> = Promise.resolve();

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#bell = new Bell(parts.clock);
    this.#holding = new Holding(
      parts.store,
      parts.clock,
      () => this.#released(),
      () => this.#bell.ring('work'),
    );
    this.#awaited = new Awaited(parts.clock, () => parts.onChanged(['state']));
    this.#skew = new Skew(parts.clock);
    this.#registry = this.#awaited.watch(parts.registry);
    this.#connection = { state: 'offline', since: this.#now(), cause: 'starting' };
  }

  /** Starts; the result rejects only where the store or the code fails, never for the registry. */
  start(): Promise<void> {
    this.#holding.follow();
    this.#done = this.#run();
    return this.#done;
  }

  /** Ends the sync, once what is under way has come to its end. */
  async stop(): Promise<void> {
    this.#isEnding = true;
    this.#holding.stop();
    this.#bell.ring('end');
    await this.#done.catch(() => {});
  }

  get connection(): Connection {
    return this.#connection;
  }

  get firstPull(): DeskState['firstPull'] {
    return this.#firstPull;
  }

  get awaitedSince(): DeskState['awaitedSince'] {
    return this.#awaited.since;
  }

  get clockAheadMs(): DeskState['clockAheadMs'] {
    return this.#skew.aheadMs;
  }

  /** Something was decided or chosen here. */
  follow(): void {
    this.#holding.follow();
    this.#bell.ring('work');
  }

  /** A person wants it now. */
  ask(): void {
    this.#bell.ring('asked');
  }

  /** There is another token, or there will be none. */
  hearOfToken(isGiven: boolean): void {
    this.#bell.ring(isGiven ? 'token' : 'noToken');
  }

  async #run(): Promise<void> {
    while (!this.#isEnding) {
      try {
        if (!this.#listening) await this.#connect();
        else if (this.#isPollDue) await this.#greet();
        await this.#exchange();
        await this.#rest();
      } catch (error) {
        if (this.#isEnding) return;
        await this.#fail(error);
      }
    }
  }

  async #connect(): Promise<void> {
    await this.#greet();
    // Listening comes before pulling: what changes in between is then told.
    const listening = await this.#registry.listen(() => this.#bell.ring('changed'));
    this.#listening = listening;
    this.#isPollDue = true;
    void listening.ended.then(() => {
      if (this.#listening !== listening) return;
      this.#listening = undefined;
      this.#bell.ring('lost');
    });
    if (this.#connection.state !== 'online') {
      this.#connection = { state: 'online', since: this.#now() };
    }
    this.#parts.onChanged(['state']);
  }

  async #greet(): Promise<void> {
    await greet(this.#parts.store, this.#registry, this.#skew);
  }

  async #exchange(): Promise<void> {
    const { store, onChanged } = this.#parts;
    // Where the store failed to let go what was due, it fails here again, or it is made good.
    this.#holding.letGo();
    this.#holding.follow();
    await this.#push();
    if (this.#isPollDue || hasUnsavedPreferences(store.reader)) {
      if (await exchangePreferences(store, this.#registry)) onChanged(['preferences']);
    }
    const entered: string[] = [];
    for (let hasMore = true; hasMore && !this.#isEnding; ) {
      const page = await pullPage(store, this.#registry, this.#pageLimit);
      this.#gotOn();
      this.#pageLimit = largerLimit(this.#pageLimit);
      if (page.isAfresh) await this.#greet();
      this.#countFirstPull(page);
      if (page.taken > 0) onChanged(['roles', 'outbox', 'state']);
      entered.push(...page.entered);
      hasMore = page.hasMore;
      // Calls of the window come in between two pages, and so do decisions.
      await breathe();
      if (hasMore) await this.#push();
    }
    this.#isPollDue = false;
    store.write((writer) => updateDesk(writer, { lastSyncAt: this.#now() }));
    onChanged(['state']);
    this.#notify(noticeOfNewRequests(store.reader, entered));
  }

  async #push(): Promise<void> {
    const { store, clock, onChanged } = this.#parts;
    await push(store, this.#registry, clock, ({ conflicts }) => {
      this.#gotOn();
      onChanged(['roles', 'outbox', 'state']);
      this.#notify(noticeOfConflicts(store.reader, conflicts));
    });
  }

  /** Something was exchanged: what failed before is over. */
  #gotOn(): void {
    this.#isTokenAsked = false;
    this.#failures = 0;
  }

  #countFirstPull({ remaining }: { remaining: number }): void {
    const { pullDone, pulled, pullNumber } = readDesk(this.#parts.store.reader);
    const isAnew = pullNumber > 1;
    this.#firstPull = pullDone ? undefined : { done: pulled, remaining, isAnew };
  }

  async #rest(): Promise<void> {
    const rings = await this.#bell.wait(busyRings, pollMs);
    this.#isPollDue = rings.size === 0 || rings.has('asked');
    if (!rings.has('lost')) {
      this.#losses = 0;
      return;
    }
    // Whether the registry is there is found out at once; events that end again and again are not chased.
    this.#losses += 1;
    if (this.#losses > 1) {
      await this.#bell.wait(eventlessRings, backoffMs(this.#losses, this.#parts.random));
    }
  }

  async #fail(error: unknown): Promise<void> {
    const cause = offlineCauseOf(error);
    if (cause === undefined) throw error;
    this.#listening?.close();
    this.#listening = undefined;
    this.#losses = 0;
    if (cause === 'signed_out' && (await this.#gotToken())) return;
    if (error instanceof RegistrySilent) this.#pageLimit = smallerLimit(this.#pageLimit);
    this.#failures += 1;
    const retryAfterMs = error instanceof RegistryProblem ? error.retryAfterMs : undefined;
    const restMs = backoffMs(this.#failures, this.#parts.random, retryAfterMs);
    this.#goOffline(cause, restMs);
    await this.#bell.wait(cause === 'busy' ? pausingRings : offlineRings, restMs);
    // This attempt is what was asked for in the meantime.
    this.#bell.forget('asked');
  }

  /** Spares the window the news where a token has merely run out; one that is refused at once is no way on. */
  async #gotToken(): Promise<boolean> {
    this.#parts.onTokenWanted();
    if (this.#isTokenAsked) return false;
    this.#isTokenAsked = true;
    const rings = await this.#bell.wait(['token', 'noToken', 'end'], tokenPatienceMs);
    return rings.has('token');
  }

  #goOffline(cause: OfflineCause, restMs: number): void {
    const { since } =
      this.#connection.state === 'offline' ? this.#connection : { since: this.#now() };
    const retryAt = new Date(this.#parts.clock.now().getTime() + restMs).toISOString();
    this.#connection = { state: 'offline', since, cause, retryAt };
    this.#parts.onChanged(['state']);
  }

  #released(): void {
    this.#parts.onChanged(['roles', 'outbox', 'state']);
    this.#bell.ring('work');
  }

  #notify(notice: Notice | undefined): void {
    if (notice) this.#parts.onNotice(notice);
  }

  #now(): string {
    return this.#parts.clock.now().toISOString();
  }
}
