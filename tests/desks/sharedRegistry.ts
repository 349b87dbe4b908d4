import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '../../registry/storage/open.ts';
import type { Storage } from '../../registry/storage/storage.ts';
import type { RegistryClient } from '../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from '../integration/registry/testRegistry.ts';
import { newFolder } from './folder.ts';

/** Whose tokens a system has. */
type SystemScope = Parameters<TestRegistry['system']>[0];

/** A registry for one history after the other: to start one for each would take most of the time. */
export class SharedRegistry {
  #running: Running | undefined;
  #database: { folder: string; file: string } | undefined;

  /** Begins a history with a database of its own, a copy of this one. */
  async begin(file: string): Promise<void> {
    const before = this.#database;
    const folder = newFolder();
    this.#database = { folder, file: join(folder, 'registry.sqlite') };
    copyFileSync(file, this.#database.file);
    if (this.#running) await this.#running.storage.exchange(await this.#open());
    else this.#running = await run(await this.#open());
    if (before) rmSync(before.folder, { recursive: true });
  }

  /** Ends the registry and starts it anew on the same database, at another address. */
  async restart(): Promise<void> {
    await this.#running?.registry.stop();
    this.#running = await run(await this.#open());
  }

  get storage(): Storage {
    return this.#current.storage;
  }

  get url(): string {
    return this.#current.registry.url;
  }

  /** Somebody who is signed in at the registry that runs. */
  as(username: string): Promise<RegistryClient> {
    const { clients, registry } = this.#current;
    return remembered(clients, username, () => registry.as(username));
  }

  system(scope: SystemScope): Promise<RegistryClient> {
    const { clients, registry } = this.#current;
    return remembered(clients, `system ${scope}`, () => registry.system(scope));
  }

  async stop(): Promise<void> {
    await this.#running?.registry.stop();
    this.#running = undefined;
    if (this.#database) rmSync(this.#database.folder, { recursive: true });
  }

  #open(): Promise<Storage> {
    if (!this.#database) throw new Error('no history has begun');
    return openStorage(`sqlite:${this.#database.file}`, 'training');
  }

  get #current(): Running {
    if (!this.#running) throw new Error('the registry does not run');
    return this.#running;
  }
}

interface Running {
  registry: TestRegistry;
  storage: ExchangeableStorage;
  clients: Map<string, Promise<RegistryClient>>;
}

async function run(storage: Storage): Promise<Running> {
  const exchangeable = exchangeableStorage(storage);
  const inItsPlace = (opened: Storage) => {
    void opened.close();
    return exchangeable;
  };
  const registry = await startTestRegistry({ variant: { storage: inItsPlace } });
  return { registry, storage: exchangeable, clients: new Map() };
}

async function remembered(
  clients: Running['clients'],
  key: string,
  make: () => Promise<RegistryClient>,
): Promise<RegistryClient> {
  const known = clients.get(key) ?? make();
  clients.set(key, known);
  return known;
}

interface ExchangeableStorage extends Storage {
  exchange(next: Storage): Promise<void>;
}

function exchangeableStorage(opened: Storage): ExchangeableStorage {
  let current = opened;
  const listeners: Parameters<Storage['onCommit']>[0][] = [];
  return {
    read: (work) => current.read(work),
    write: (work) => current.write(work),
    onCommit: (listener) => {
      listeners.push(listener);
      current.onCommit(listener);
    },
    close: () => current.close(),
    exchange: async (next) => {
      const before = current;
      for (const listener of listeners) next.onCommit(listener);
      current = next;
      await before.close();
    },
  };
}
