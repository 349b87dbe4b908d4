import type { OutboxEntry } from '../../../shared/desk/outbox.ts';

/** Decisions that were made together and are on their way. */
export interface Batch {
  id: string;
  /** At least one, in the order in which they were made. */
  entries: [OutboxEntry, ...OutboxEntry[]];
}

/** The entries that are on their way, by the batch they were decided in, in the order they came. */
export function batchesOf(entries: OutboxEntry[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const entry of entries) {
    if (isUnresolved(entry)) continue;
    const batch = batches.get(entry.batchId);
    if (batch) batch.entries.push(entry);
    else batches.set(entry.batchId, { id: entry.batchId, entries: [entry] });
  }
  return [...batches.values()];
}

/** Whether a decision waits for a person, not for the registry. */
export function isUnresolved({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state === 'conflict' || state === 'refused';
}

/** Whether a decision can be taken back: it was not sent. */
export function canUndo({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state === 'held' || state === 'waiting';
}
