import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { byteOrderMark, csvOf } from './csv.ts';
import type { Table } from './table.ts';

/** Where a file goes: written as a draft beside it, which becomes the file once it is whole. */
export interface Destination {
  file: string;
  draft: string;
}

/**
 * Writes a table; answers how many rows. What was at the destination is replaced at the end or not at all, and no draft
 * is left.
 * @throws what reading or writing failed with; the reason of the signal where that stopped it
 */
export async function writeCsv(
  table: Table,
  { file, draft }: Destination,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const handle = await open(draft, 'wx');
  try {
    let rows: number;
    try {
      rows = await writeRows(handle, table, onProgress, signal);
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal.throwIfAborted();
    await rename(draft, file);
    return rows;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeRows(
  handle: FileHandle,
  { head, pages }: Table,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<number> {
  let written = 0;
  await handle.write(byteOrderMark + csvOf([head]));
  for (const { rows, done } of pages()) {
    await handle.write(csvOf(rows));
    written += rows.length;
    onProgress(done);
    await breathe();
    signal.throwIfAborted();
  }
  return written;
}
