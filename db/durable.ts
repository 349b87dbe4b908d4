import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file in place of another: after a loss of power there is either this one or that one, and it is whole. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const written = `${file}.part`;
  writeFileSync(written, content, { flush: true });
  renameSync(written, file);
  syncFolderOf(file);
}

/** Makes what was moved and removed in a file's folder last. */
export function syncFolderOf(file: string): void {
  // Windows opens no folder, and keeps the order of its entries by itself.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
