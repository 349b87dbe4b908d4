import type { OutboxEntry } from '../../../shared/desk/outbox.ts';

/** The entries that are on their way, by the batch they were decided in, in the order they came. */
export function batchesOf(entries: OutboxEntry[]): { id: string; entries: OutboxEntry[] }[] {
  const batches = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    if (entry.state === 'conflict' || entry.state === 'refused') continue;
    const batch = batches.get(entry.batchId);
    if (batch) batch.push(entry);
    else batches.set(entry.batchId, [entry]);
  }
  return [...batches].map(([id, together]) => ({ id, entries: together }));
}
