import { expect } from 'vitest';
import { openStorage } from '../../registry/storage/open.ts';
import type { TestRegistry } from '../fixtures/registry.ts';
import type { DeadStore } from './deadStore.ts';

/** Decisions taken together: told apart in the desk and at the registry by their message. */
export interface Batch {
  message: string;
  roleIds: string[];
  /** The roles on which it stands; undefined while the desk has not said so. */
  standing: string[] | undefined;
  /** Whether it was taken back: asked for, or how many of it. */
  undone?: 'asked' | number;
}

/** What a person was told of every decision: what must come of it is compared with this. */
export class Ledger {
  readonly batches: Batch[] = [];
  /** Those of which the desk still has something to send. */
  #open = new Set<Batch>();

  begin(roleIds: string[]): Batch {
    const batch: Batch = { message: `batch ${this.batches.length}`, roleIds, standing: undefined };
    this.batches.push(batch);
    this.#open.add(batch);
    return batch;
  }

  /** Whether a call was under way that the desk had not answered. */
  get isCut(): boolean {
    return [...this.#open].some(({ standing }) => standing === undefined);
  }

  /** Compares the store of a desk that was killed with what it had said, and learns what it could not say any more. */
  compare({ decisions }: DeadStore): void {
    expect(decisions.filter(({ state }) => state === 'conflict' || state === 'refused')).toEqual(
      [],
    );
    const byMessage = Map.groupBy(decisions, ({ message }) => message);
    for (const batch of this.#open) {
      const found = byMessage.get(batch.message) ?? [];
      const there = new Set(found.map(({ roleId }) => roleId));
      expect(there.size).toBe(found.length);
      compareBatch(batch, there, () =>
        found.some(({ state }) => state === 'held' || state === 'waiting'),
      );
      if (found.every(({ state }) => state === 'recorded')) this.#open.delete(batch);
    }
  }

  /**
   * Counts in the audit log of a registry that has ended: every decision that stands once, and no other of them.
   * Returns how many.
   */
  async expectRecordedOnce(registry: TestRegistry): Promise<number> {
    const expected = new Map<string, number>();
    for (const { message, standing = [] } of this.batches) {
      for (const roleId of standing) expected.set(`${roleId} ${message}`, 1);
    }
    const storage = await openStorage(`sqlite:${registry.file}`, 'training');
    const recorded = new Map<string, number>();
    for (const roleId of new Set(this.batches.flatMap(({ roleIds }) => roleIds))) {
      const lines = await storage.read((reader) => reader.history(roleId));
      for (const { message } of lines) {
        if (!message?.startsWith('batch ')) continue;
        const key = `${roleId} ${message}`;
        recorded.set(key, (recorded.get(key) ?? 0) + 1);
      }
    }
    await storage.close();
    expect(recorded).toEqual(expected);
    return expected.size;
  }
}

/** No half batch: confirmed it is there whole, else whole or not at all; so is its undoing. */
function compareBatch(batch: Batch, there: Set<string>, canBeUndone: () => boolean): void {
  const { roleIds, standing, undone } = batch;
  const all = new Set(standing ?? roleIds);
  if (typeof undone === 'number') {
    expect(there.size).toBe(all.size - undone);
    expect(all).toEqual(new Set([...all, ...there]));
  } else if (undone === 'asked' && there.size < all.size) {
    expect(all).toEqual(new Set([...all, ...there]));
    expect(canBeUndone()).toBe(false);
  } else if (standing || there.size > 0) {
    expect(there).toEqual(all);
  }
  batch.standing = [...there];
  delete batch.undone;
}
