import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Moment } from '../../db/moments.ts';
import { openStore } from '../../db/open.ts';
import { desk as deskTable } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import { httpRegistry } from '../../sync/httpRegistry.ts';
import { HeldClock } from '../../sync/registry.fixture.ts';
import { type Registry, RegistryUnreachable } from '../../sync/registry.ts';
import { Sync } from '../../sync/sync.ts';
import type { Fault, FaultyProxy } from '../fixtures/faultyProxy.ts';
import { asDesk, type Death } from './dying.ts';

/** What is broken in a desk: what the histories must notice. */
export interface DeskVariant {
  registry?: (registry: Registry, store: Store) => Registry;
}

/** How a desk is set up. */
export interface DeskOptions {
  username: string;
  /** Where its files are. */
  folder: string;
  /** A store of its person that has been synced, to be copied. */
  prepared: string;
  proxy: FaultyProxy;
  token: () => string | undefined;
  /** How many changes a page holds. */
  pageLimit: number;
  /** Whether the registry's events reach it; without them it syncs when it is told to. */
  hears: boolean;
  variant: DeskVariant;
  /** Every moment that it reaches, to be counted. */
  onMoment: (moment: Moment) => void;
  onDeath: (death: Death) => void;
}

/** Nobody listens here. */
const nowhere = 'http://127.0.0.1:1';
const longestSilenceMs = { usual: 30_000, halfOpen: 50 };
let files = 0;

/** A desk with a real store and a real sync, which can end at any moment and be opened again. */
export class TestDesk {
  readonly username: string;
  readonly clock = new HeldClock();
  readonly proxy: FaultyProxy;
  /** Whether the line is down: nobody answers at all. */
  isAway = false;
  /** Where its program is to end next. */
  deathAt: Moment | undefined;
  readonly #options: DeskOptions;
  /** How often its line will have been half open, all told. */
  #halfOpen: number;
  #file: string;
  #run: Run;

  constructor(options: DeskOptions, startsAtMs: number) {
    this.#options = options;
    this.username = options.username;
    this.proxy = options.proxy;
    this.#halfOpen = halfOpenOf(options.proxy);
    this.clock.move(startsAtMs);
    this.#file = this.#newFile();
    copyStore(options.prepared, this.#file);
    this.#run = this.#start();
    this.store.write((writer) => {
      writer.update(deskTable).set({ deskId: crypto.randomUUID() }).run();
    });
  }

  get store(): Store {
    return this.#run.store;
  }

  get connection(): Sync['connection'] {
    return this.#run.sync.connection;
  }

  /** Where its program has ended, until it is opened again. */
  get diedAt(): Death | undefined {
    return this.#run.diedAt;
  }

  /** The next call whose path begins like this meets a fault. */
  meet(path: string, fault: Fault): void {
    if (fault.kind === 'half_open') this.#halfOpen += 1;
    this.proxy.next(path, fault);
  }

  /** Nothing is wrong with its line any more. */
  mend(): void {
    this.isAway = false;
    this.proxy.switchOff();
    this.#halfOpen = halfOpenOf(this.proxy);
  }

  /** Does something as the desk service does when the window asks. */
  as<T>(work: (store: Store) => T): T {
    return asDesk(this.#run, () => work(this.store));
  }

  /** Tells the sync that something was decided. */
  follow(): void {
    this.as(() => this.#run.sync.follow());
  }

  /** Lets it exchange once, and when it is off line try once. */
  wake(): void {
    const { connection } = this;
    if (connection.state === 'online') this.follow();
    else if (connection.cause === 'busy' && connection.retryAt !== undefined) {
      const restMs = Date.parse(connection.retryAt) - this.clock.now().getTime();
      this.clock.move(Math.max(0, restMs));
    } else this.#run.sync.ask();
  }

  /** Has it ask for everything, as a person would. */
  ask(): void {
    if (this.connection.state === 'online') this.#run.sync.ask();
    else this.wake();
  }

  /** Resolves when nothing is under way. @throws what its sync failed with */
  async quiet(): Promise<void> {
    const turnsOfSilence = 4;
    for (let turns = 0; turns < turnsOfSilence; turns += 1) {
      await turn();
      if (!this.#run.isCalling) continue;
      await this.#run.callsEnded;
      turns = 0;
    }
    if (this.#run.failure !== undefined) throw this.#run.failure;
  }

  /** Its process is killed: its files stay as they are at this moment. */
  kill(death: Death = 'between'): void {
    this.#run.diedAt = death;
    this.deathAt = undefined;
    this.#options.onDeath(death);
    const dead = this.#file;
    this.#file = this.#newFile();
    copyStore(dead, this.#file);
    this.#run.ending.abort();
  }

  /** Opens it again after its death, or ends it properly and opens it. */
  async reopen(): Promise<void> {
    await this.stop();
    this.#run = this.#start();
  }

  /** Ends it properly, unless it is dead. */
  async stop(): Promise<void> {
    const { sync, store, ending } = this.#run;
    const stopped = sync.stop();
    ending.abort();
    await stopped;
    asDesk(this.#run, () => store.close());
  }

  #start(): Run {
    const store = openStore(this.#file, { environment: 'training' });
    const ending = new AbortController();
    const run = new Run(store, ending, (moment) => {
      this.#options.onMoment(moment);
      if (moment === this.deathAt) this.kill(moment);
    });
    const registry = run.watch(this.#registry(ending.signal));
    run.sync = new Sync({
      store,
      registry: this.#options.variant.registry?.(registry, store) ?? registry,
      clock: this.clock,
      random: () => 0,
      onChanged: () => {},
      onNotice: () => {},
      // Whoever signs in does so at once.
      onTokenWanted: () => run.sync.hearOfToken(true),
    });
    asDesk(run, () => run.start());
    return run;
  }

  #registry(signal: AbortSignal): Registry {
    const desk = this;
    const { proxy, token, hears, pageLimit } = this.#options;
    const registry = httpRegistry({
      get url() {
        return desk.isAway ? nowhere : proxy.url;
      },
      // What never answers is given up soon; on a busy machine nothing else is taken for it.
      get longestSilenceMs() {
        return desk.#isHalfOpenToCome ? longestSilenceMs.halfOpen : longestSilenceMs.usual;
      },
      ...{ token, fetch, signal },
    });
    return {
      ...registry,
      changes: (cursor) => registry.changes(cursor, pageLimit),
      listen: (onChanged) => registry.listen(hears ? onChanged : () => {}),
    };
  }

  get #isHalfOpenToCome(): boolean {
    return this.#halfOpen > halfOpenOf(this.proxy);
  }

  #newFile(): string {
    files += 1;
    return join(this.#options.folder, `${this.username}-${files}.sqlite`);
  }
}

/** What lies on the disk of a store, its log and its sums. */
function copyStore(from: string, to: string): void {
  for (const end of ['', '-wal', '-sums']) {
    if (existsSync(from + end)) copyFileSync(from + end, to + end);
  }
}

function halfOpenOf({ counts }: FaultyProxy): number {
  return counts.faults.get('half_open') ?? 0;
}

/** One run of a desk's program, from its start to its end. */
class Run {
  readonly store: Store;
  readonly ending: AbortController;
  readonly reached: (moment: Moment) => void;
  sync!: Sync;
  diedAt: Death | undefined;
  failure: unknown;
  #calls = 0;
  #ended = Promise.withResolvers<void>();

  constructor(store: Store, ending: AbortController, onMoment: (moment: Moment) => void) {
    this.store = store;
    this.ending = ending;
    this.reached = (moment) => {
      if (!this.diedAt) onMoment(moment);
    };
  }

  start(): void {
    this.sync.start().catch((error: unknown) => {
      if (!this.diedAt) this.failure = error;
    });
  }

  get isCalling(): boolean {
    return this.#calls > 0;
  }

  /** Resolves when no call is under way any more. */
  get callsEnded(): Promise<void> {
    return this.#ended.promise;
  }

  /** The same registry, whose calls are counted; one who is dead calls nobody. */
  watch(registry: Registry): Registry {
    const during = async <T>(call: () => Promise<T>): Promise<T> => {
      if (this.diedAt) throw new RegistryUnreachable('dead');
      if (this.#calls === 0) this.#ended = Promise.withResolvers();
      this.#calls += 1;
      try {
        return await call();
      } finally {
        this.#calls -= 1;
        if (this.#calls === 0) this.#ended.resolve();
      }
    };
    return {
      health: () => during(() => registry.health()),
      me: () => during(() => registry.me()),
      changes: (...given) => during(() => registry.changes(...given)),
      decide: (...given) => during(() => registry.decide(...given)),
      history: (...given) => during(() => registry.history(...given)),
      claim: (...given) => during(() => registry.claim(...given)),
      unclaim: (...given) => during(() => registry.unclaim(...given)),
      bodies: (...given) => during(() => registry.bodies(...given)),
      preferences: () => during(() => registry.preferences()),
      savePreferences: (...given) => during(() => registry.savePreferences(...given)),
      listen: (...given) => during(() => registry.listen(...given)),
    };
  }
}
