import { readDesk } from '../../db/desk.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import type { FromService, ToService } from '../../shared/desk/service.ts';
import type { Topic } from '../../shared/desk/topics.ts';
import { systemClock } from '../../sync/clock.ts';
import { httpRegistry } from '../../sync/httpRegistry.ts';
import type { Registry } from '../../sync/registry.ts';
import { Sync } from '../../sync/sync.ts';
import { PersonsToken } from './personsToken.ts';

type Opening = Extract<ToService, { kind: 'open' }>;

/** Whom an open desk tells. */
export interface DeskEvents {
  onChanged: (topics: Topic[]) => void;
  send: (message: FromService) => void;
}

/** An open store with its sync: what the handlers of the calls work on. */
export class Desk {
  readonly store: Store;
  readonly registry: Registry;
  readonly sync: Sync;
  readonly #onChanged: DeskEvents['onChanged'];
  readonly #holdMs: number | undefined;
  readonly #ending = new AbortController();
  readonly #token: PersonsToken;

  /** @throws {StoreRefused} and what SQLite throws where the file cannot be used */
  constructor(opening: Opening, { onChanged, send }: DeskEvents) {
    const { file, environment, key, registry: url, subject, token, holdMs } = opening;
    this.store = openStore(file, { environment, key });
    const { signal } = this.#ending;
    this.#token = new PersonsToken(subject, (unproven) =>
      httpRegistry({ url, token: () => unproven, fetch, signal }).me(),
    );
    this.registry = httpRegistry({ url, token: () => this.#token.use(), fetch, signal });
    this.sync = new Sync({
      store: this.store,
      registry: this.registry,
      clock: systemClock,
      random: Math.random,
      onChanged,
      onNotice: (notice) => send({ kind: 'notice', ...notice }),
      onTokenWanted: () => send({ kind: 'token_wanted' }),
    });
    this.#onChanged = onChanged;
    this.#holdMs = holdMs;
    this.#token.give(token);
  }

  /** When something is decided now, and how long it is held back. */
  taking(): { at: Date; holdMs: number } {
    const { holdSeconds } = readDesk(this.store.reader).preferences;
    return { at: systemClock.now(), holdMs: this.#holdMs ?? holdSeconds * 1000 };
  }

  giveToken(token: string | undefined): void {
    this.#token.give(token);
    this.sync.hearOfToken(token !== undefined);
  }

  /** Tells what a call has changed, and lets the sync look after it. */
  changed(topics: Topic[]): void {
    this.#onChanged(topics);
    this.sync.follow();
  }

  /** Ends the sync and closes the store; what is under way is kept or comes again. */
  async close(): Promise<void> {
    this.#ending.abort();
    await this.sync.stop();
    this.store.close();
  }
}
