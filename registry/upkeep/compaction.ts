import type { FeedPlace, Storage } from '../storage/storage.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How many rows of the feed one transaction looks at: writes of others come in between. */
const chunkSize = 5000;

/** Forgets what has been gone for longer than some days. */
export async function compact(storage: Storage, keepDays: number, now: Date): Promise<void> {
  const day = new Date(now.getTime() - keepDays * dayMs).toISOString().slice(0, 10);
  await forgetUpTo(storage, await storage.read((reader) => reader.feedHeadBefore(day)));
}

/**
 * Forgets what is gone up to a sequence number. Cursors that may need it expire first, so that a compaction that is cut
 * off leaves no hole; the next one goes on with what it left.
 */
export async function forgetUpTo(storage: Storage, seq: number): Promise<void> {
  const upTo = await storage.write(async (writer) => {
    const compactedTo = Math.max(seq, await writer.compactedTo());
    await writer.feedExpire(compactedTo);
    return compactedTo;
  });
  let place: FeedPlace | undefined;
  do {
    const after = place;
    place = await storage.write((writer) => writer.feedForget(upTo, after, chunkSize));
  } while (place);
}
