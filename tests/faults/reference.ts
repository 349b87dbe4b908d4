import { openStorage } from '../../registry/storage/open.ts';
import { forgetUpTo } from '../../registry/upkeep/compaction.ts';
import type { Change } from '../../shared/wire/changes.ts';
import type { TestRegistry } from '../fixtures/registry.ts';
import type { RegistryClient } from '../fixtures/registryClient.ts';

/** What a desk that never fails has of a registry: every thing by its kind and id, as JSON. */
export class Reference {
  readonly documents = new Map<string, string>();
  readonly #registry: TestRegistry;
  readonly #client: RegistryClient;
  #cursor: string | undefined;

  /** @param client a person of the same scope as the desk, so that both are told the same */
  constructor(registry: TestRegistry, client: RegistryClient) {
    this.#registry = registry;
    this.#client = client;
  }

  /** Takes in what has changed since the last time. */
  async catchUp(): Promise<void> {
    const { changes, cursor } = await this.#client.pull(this.#cursor);
    this.#cursor = cursor;
    for (const change of changes) {
      const document = documentOf(change);
      if (document === undefined) this.documents.delete(keyOf(change));
      else this.documents.set(keyOf(change), document);
    }
  }

  /**
   * The things that a desk has not been told of, or not as they are now, where it stands at this cursor; undefined
   * where the registry has forgotten the cursor.
   */
  async behind(cursor: string): Promise<Set<string> | undefined> {
    const { status } = await this.#client.send('GET', `/v1/changes?cursor=${cursor}&limit=1`);
    if (status === 410) return undefined;
    const { changes } = await this.#client.pull(cursor);
    return new Set(changes.map(keyOf));
  }

  /** Makes the registry forget what the cursor of every desk that has not pulled since stands on. */
  async loseCursors(): Promise<void> {
    await this.#changeSomething();
    const storage = await openStorage(`sqlite:${this.#registry.file}`, 'training');
    const head = await storage.read((reader) => reader.feedHead());
    await this.catchUp();
    await forgetUpTo(storage, head);
    await storage.close();
  }

  /** Takes or ends full control of an authority below: nothing that anybody decides on. */
  async #changeSomething(): Promise<void> {
    for (const [key, document] of this.documents) {
      if (!key.startsWith('body')) continue;
      const { id, kind, fullControl } = JSON.parse(document);
      if (kind !== 'LAU') continue;
      const path = `/v1/bodies/${id}/full-control`;
      const { status } = await this.#client.send('PUT', path, { fullControl: !fullControl });
      if (status !== 200) throw new Error(`full control: ${status}`);
      return;
    }
    throw new Error('there is no local authority');
  }
}

function keyOf(change: Change): string {
  return `${change.kind === 'gone' ? change.of : change.kind} ${change.id}`;
}

function documentOf(change: Change): string | undefined {
  switch (change.kind) {
    case 'body':
      return JSON.stringify(change.body);
    case 'person':
      return JSON.stringify(change.person);
    case 'role':
      return JSON.stringify(change.role);
    case 'gone':
      return undefined;
  }
}
