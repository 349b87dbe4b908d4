import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { writeDurably } from './durable.ts';
import { pageSize, type WalEnd } from './wal.ts';

/*
 * The sums of a store lie in a file beside it, in big-endian numbers:
 *   0  'RDSUMS01'
 *   8  the size of a page
 *  12  how many pages there are
 *  16  the CRC-32 of the 16 bytes before it and of all the sums
 *  20  how far the log was written: salts (8 bytes), frames, and the CRC-32 of these; all 0 where the sums hold it all
 *  36  the CRC-32 of each page
 */
const magic = Buffer.from('RDSUMS01');
const checkedSize = 16;
const endAt = 20;
const endSize = 12;
const sumsAt = 36;

/** How a store was written last. */
export interface Written {
  /** The CRC-32 of every page of its file, the first page first. */
  sums: Uint32Array;
  /** Behind the last transaction, where it is not in the file yet. */
  end: WalEnd | undefined;
}

/** The sums beside a store. `none`: there is no such file; `damaged`: it is not as it was written. */
export function readSums(file: string): Written | 'none' | 'damaged' {
  let bytes: Buffer;
  try {
    bytes = readFileSync(sumsFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'none';
    throw error;
  }
  if (bytes.length < sumsAt || !bytes.subarray(0, magic.length).equals(magic)) return 'damaged';
  const count = bytes.readUInt32BE(12);
  if (bytes.readUInt32BE(8) !== pageSize || bytes.length !== sumsAt + 4 * count) return 'damaged';
  const checked = crc32(bytes.subarray(sumsAt), crc32(bytes.subarray(0, checkedSize)));
  if (bytes.readUInt32BE(checkedSize) !== checked) return 'damaged';
  const sums = Uint32Array.from({ length: count }, (_, at) => bytes.readUInt32BE(sumsAt + 4 * at));
  return { sums, end: endIn(bytes.subarray(endAt, sumsAt)) };
}

/** Keeps the sums of all pages for good. What is in the log now is in them, so there is no end to remember. */
export function writeSums(file: string, sums: Uint32Array): void {
  const bytes = Buffer.alloc(sumsAt + 4 * sums.length);
  magic.copy(bytes);
  bytes.writeUInt32BE(pageSize, 8);
  bytes.writeUInt32BE(sums.length, 12);
  sums.forEach((sum, at) => {
    bytes.writeUInt32BE(sum, sumsAt + 4 * at);
  });
  const checked = crc32(bytes.subarray(sumsAt), crc32(bytes.subarray(0, checkedSize)));
  bytes.writeUInt32BE(checked, checkedSize);
  writeDurably(sumsFile(file), bytes);
}

/**
 * Remembers how far the log is written. Not synced: after a loss of power an older end may be there, which promises less
 * than the log holds.
 */
export function writeEnd(file: string, { salts, frames }: WalEnd): void {
  const bytes = Buffer.alloc(sumsAt - endAt);
  bytes.writeBigUInt64BE(salts);
  bytes.writeUInt32BE(frames, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, endSize)), endSize);
  const sums = openSync(sumsFile(file), 'r+');
  try {
    writeSync(sums, bytes, 0, bytes.length, endAt);
  } finally {
    closeSync(sums);
  }
}

/** The file with the sums of a store. */
export function sumsFile(file: string): string {
  return `${file}-sums`;
}

function endIn(bytes: Buffer): WalEnd | undefined {
  const frames = bytes.readUInt32BE(8);
  if (frames === 0 || bytes.readUInt32BE(endSize) !== crc32(bytes.subarray(0, endSize))) {
    return undefined;
  }
  return { salts: bytes.readBigUInt64BE(0), frames };
}
