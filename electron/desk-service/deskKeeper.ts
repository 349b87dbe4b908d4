import { isDamage } from '../../db/damage.ts';
import { openStore } from '../../db/open.ts';
import { setAside } from '../../db/setAside.ts';
import type { Store } from '../../db/store.ts';
import { storeTroubleOf } from '../../db/trouble.ts';
import { CallRefused } from '../../shared/desk/answers.ts';
import type { StoreTrouble } from '../../shared/desk/state.ts';
import { backoffMs } from '../../sync/backoff.ts';
import { Bell } from '../../sync/bell.ts';
import { systemClock } from '../../sync/clock.ts';
import { Desk, type DeskEvents, type Opening } from './desk.ts';

/** What may pass by itself; all else waits for a person. */
const passing: ReadonlySet<StoreTrouble> = new Set<StoreTrouble>([
  'locked',
  'disk_full',
  'disk_failing',
]);

/** Whom the keeper tells. */
export interface KeeperEvents extends DeskEvents {
  /** The store failed, for the log. */
  onStoreFailed: (error: unknown) => void;
}

/**
 * Keeps a desk open, whatever becomes of its store: one that cannot be opened is left as it is and tried again, a
 * damaged one is set aside. The store is opened and closed here alone, one after the other.
 */
export class DeskKeeper {
  readonly #opening: Opening;
  readonly #events: KeeperEvents;
  readonly #bell = new Bell(systemClock);
  #desk: Desk | undefined;
  #isDamaged = false;
  #isEnding = false;
  #failures = 0;
  #done: Promise<void> = Promise.resolve();

  constructor(opening: Opening, events: KeeperEvents) {
    this.#opening = opening;
    this.#events = events;
  }

  /** Starts; the result rejects only where the code fails. */
  start(): Promise<void> {
    this.#done = this.#run();
    return this.#done;
  }

  /** The open desk, while there is one. */
  get desk(): Desk | undefined {
    return this.#desk;
  }

  giveToken(token: string | undefined): void {
    this.#opening.token = token;
    this.#desk?.giveToken(token);
  }

  /** Tries at once to open a store that could not be opened. */
  reopen(): void {
    this.#bell.ring('asked');
  }

  /**
   * What a call is refused with that failed with this error of the store, which is looked after; undefined where it is
   * none of the store.
   */
  refusalOf(desk: Desk, error: unknown): CallRefused | undefined {
    if (isDamage(error)) {
      desk.breakOff(error);
      return new CallRefused('interrupted');
    }
    const trouble = storeTroubleOf(error);
    if (trouble !== 'disk_full' && trouble !== 'disk_failing') return undefined;
    this.#events.onStoreFailed(error);
    return new CallRefused(trouble);
  }

  /** Closes the desk in order, whether it is open, opening or unusable. */
  async close(): Promise<void> {
    this.#isEnding = true;
    this.#bell.ring('end');
    this.#desk?.end();
    await this.#done;
  }

  async #run(): Promise<void> {
    while (!this.#isEnding) {
      try {
        await this.#work(new Desk(this.#open(), this.#opening, this.#events));
      } catch (error) {
        if (this.#isEnding) return;
        await this.#fail(error);
      }
    }
  }

  #open(): Store {
    const { file, environment, key } = this.#opening;
    const store = this.#isDamaged
      ? setAside(file, environment, systemClock.now())
      : openStore(file, { environment, key });
    this.#isDamaged = false;
    return store;
  }

  async #work(desk: Desk): Promise<void> {
    this.#desk = desk;
    this.#events.send({ kind: 'opened' });
    // What was shown may have been of a store that is set aside now.
    this.#events.onChanged(['roles', 'outbox', 'state', 'preferences']);
    try {
      await desk.work(() => {
        this.#failures = 0;
      });
    } finally {
      this.#desk = undefined;
      await this.#closeStore(desk);
    }
  }

  /** What a checkpoint could not write stays in the log beside the store, and is read from there. */
  async #closeStore(desk: Desk): Promise<void> {
    try {
      await desk.close();
    } catch (error) {
      if (!isDamage(error) && storeTroubleOf(error) === undefined) throw error;
      this.#events.onStoreFailed(error);
    }
  }

  async #fail(error: unknown): Promise<void> {
    // A store that cannot even be set aside is no case for another try.
    if (isDamage(error) && !this.#isDamaged) {
      this.#isDamaged = true;
      this.#events.onStoreFailed(error);
      return;
    }
    const cause = storeTroubleOf(error);
    if (cause === undefined) throw error;
    this.#events.onStoreFailed(error);
    this.#failures += 1;
    this.#events.send({ kind: 'unusable', cause });
    const restMs = passing.has(cause)
      ? backoffMs(this.#failures, Math.random)
      : Number.POSITIVE_INFINITY;
    await this.#bell.wait(['asked', 'end'], restMs);
  }
}
