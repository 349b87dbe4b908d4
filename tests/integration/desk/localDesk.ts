import { setTimeout as wait } from 'node:timers/promises';
import { startAfresh } from '../../../db/changes.ts';
import { readDesk } from '../../../db/desk.ts';
import { openStore } from '../../../db/open.ts';
import type { Store } from '../../../db/store.ts';
import { newStoreFile } from '../../../db/world.fixture.ts';
import { systemClock } from '../../../sync/clock.ts';
import { httpRegistry } from '../../../sync/httpRegistry.ts';
import type { Registry } from '../../../sync/registry.ts';
import { Sync } from '../../../sync/sync.ts';
import type { RegistryClient } from '../../fixtures/registryClient.ts';

// Small, so that a pull from the start has many pages.
const pageSize = 4;
const patienceMs = 10;

/** The store and the sync of a desk in this process, at a registry that others change at chosen moments. */
export class LocalDesk {
  readonly store: Store = openStore(newStoreFile(), { environment: 'training' });
  /** Happens before a page is asked for. */
  beforePage: () => Promise<void> = async () => {};
  /** Happens when the registry has taken decisions, and before its answer arrives; where it throws, no answer does. */
  beforeAnswer: () => Promise<void> = async () => {};
  readonly #registry: Registry;
  #sync: Sync | undefined;
  #failure: unknown;
  #lastMs = 0;

  constructor({ url, token }: Pick<RegistryClient, 'url' | 'token'>) {
    const http = httpRegistry({
      ...{ url, token: () => token, fetch },
      signal: new AbortController().signal,
    });
    this.#registry = {
      ...http,
      changes: async (cursor) => {
        await this.beforePage();
        return http.changes(cursor, pageSize);
      },
      decide: async (decisions) => {
        const results = await http.decide(decisions);
        await this.beforeAnswer();
        return results;
      },
    };
  }

  /** How often it has begun to pull from the start. */
  get pullNumber(): number {
    return readDesk(this.store.reader).pullNumber;
  }

  goOnLine(): void {
    const sync = new Sync({
      ...{ store: this.store, registry: this.#registry, random: () => 0 },
      clock: { ...systemClock, now: () => this.#now() },
      ...{ onChanged: () => {}, onNotice: () => {}, onTokenWanted: () => {} },
    });
    sync.start().catch((error: unknown) => {
      this.#failure = error;
    });
    this.#sync = sync;
  }

  async goOffLine(): Promise<void> {
    await this.#sync?.stop();
    this.#sync = undefined;
  }

  /** Goes on line where it is not, and comes through a round that begins now. */
  async settle(): Promise<void> {
    if (!this.#sync) this.goOnLine();
    // The first of them may have begun before.
    for (let round = 0; round < 2; round += 1) {
      const { lastSyncAt } = readDesk(this.store.reader);
      while (readDesk(this.store.reader).lastSyncAt === lastSyncAt) {
        if (this.#failure) throw this.#failure;
        this.#sync?.ask();
        await wait(patienceMs);
      }
    }
  }

  /** Off line: it is to pull from the start when it comes back. */
  forgetCursor(): void {
    startAfresh(this.store);
  }

  async close(): Promise<void> {
    await this.goOffLine();
    this.store.close();
  }

  /** No two moments are the same, so that every round shows. */
  #now(): Date {
    this.#lastMs = Math.max(Date.now(), this.#lastMs + 1);
    return new Date(this.#lastMs);
  }
}
