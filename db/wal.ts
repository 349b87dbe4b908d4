import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** The size of a page of our stores: SQLite's own choice. */
export const pageSize = 4096;

const headerSize = 32;
const frameHeaderSize = 24;
const frameSize = frameHeaderSize + pageSize;
const framesAtOnce = 256;

/** How far a log was written: which one, by its salts, and how many frames. */
export interface WalEnd {
  salts: bigint;
  frames: number;
}

/** One page as it was written into the log, with what was written about it. */
export interface Frame {
  page: number;
  content: Buffer;
  /** How many pages the store has, in the last frame of a transaction; else 0. */
  pageCount: number;
  salts: bigint;
}

/**
 * What may lie behind the last whole commit: nothing, or a transaction that did not come to its end; one whose end is not
 * as it was written; one that is whole and that SQLite would pass over in silence, because something before it is not.
 */
export type Tail = 'unfinished' | 'broken_commit' | 'hides_commit';

type Checksum = readonly [number, number];

interface Header {
  salts: bigint;
  isLittleEndian: boolean;
  checksum: Checksum;
}

interface SummedFrame extends Frame {
  written: Checksum;
  /** @param before the checksum of the frame before it, or of the header */
  checksum: (before: Checksum) => Checksum;
}

/**
 * What SQLite has committed to the write-ahead log of a store, read by the same rules as SQLite reads it.
 * Source: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export class Wal {
  /** The CRC-32 of every page that is in the log, as it was committed last. */
  readonly pages = new Map<number, number>();
  /** How many pages the store had after the last commit. */
  pageCount = 0;
  /** The first page of the store, where it is in the log. */
  firstPage: Buffer | undefined;
  readonly #file: string;
  #header: Header | undefined;
  #frames = 0;
  #checksum: Checksum = [0, 0];

  constructor(file: string) {
    this.#file = file;
  }

  /** Behind the last whole commit; undefined where there is none. */
  get end(): WalEnd | undefined {
    return this.#header && this.#frames > 0
      ? { salts: this.#header.salts, frames: this.#frames }
      : undefined;
  }

  /** Reads what was committed since the last time. */
  readOn(): void {
    withFile(this.#file, (log) => {
      const header = log === undefined ? undefined : readHeader(log);
      if (header?.salts !== this.#header?.salts) this.#begin(header);
      if (log !== undefined && header) this.#readFrames(log, header);
    });
  }

  /** What lies behind the last whole commit. */
  tail(): Tail {
    return withFile(this.#file, (log) => {
      if (log === undefined) return 'unfinished';
      const header = this.#header;
      // The header is on the disk before the first frame is written.
      if (!header) return hasRoom(log, 1) ? 'hides_commit' : 'unfinished';
      let tail: Tail = 'unfinished';
      let isBroken = false;
      let before = this.#checksum;
      for (const frame of framesOf(log, header, this.#frames)) {
        const fits = frame.salts === header.salts && same(frame.checksum(before), frame.written);
        isBroken ||= !fits;
        if (isBroken && frame.salts === header.salts && frame.pageCount > 0) {
          if (fits) return 'hides_commit';
          tail = 'broken_commit';
        }
        before = frame.written;
      }
      return tail;
    });
  }

  /** Whether the log is long enough for so many frames, whatever they hold. */
  hasRoomFor(frames: number): boolean {
    return withFile(this.#file, (log) => log !== undefined && hasRoom(log, frames));
  }

  #begin(header: Header | undefined): void {
    this.pages.clear();
    this.pageCount = 0;
    this.firstPage = undefined;
    this.#header = header;
    this.#frames = 0;
    this.#checksum = header?.checksum ?? [0, 0];
  }

  #readFrames(log: number, header: Header): void {
    let [frames, checksum] = [this.#frames, this.#checksum];
    const uncommitted = new Map<number, number>();
    let firstPage: Buffer | undefined;
    for (const frame of framesOf(log, header, frames)) {
      if (frame.salts !== header.salts) return;
      checksum = frame.checksum(checksum);
      if (!same(checksum, frame.written)) return;
      frames += 1;
      uncommitted.set(frame.page, crc32(frame.content));
      if (frame.page === 1) firstPage = Buffer.from(frame.content);
      if (frame.pageCount === 0) continue;
      for (const [page, sum] of uncommitted) this.pages.set(page, sum);
      uncommitted.clear();
      this.pageCount = frame.pageCount;
      this.firstPage = firstPage ?? this.firstPage;
      this.#frames = frames;
      this.#checksum = checksum;
    }
  }
}

/**
 * Every frame of a damaged log up to its last commit, whether it is as it was written or not.
 * @param atLeast how many frames are known to have been committed
 */
export function eachFrame(file: string, atLeast: number, apply: (frame: Frame) => void): void {
  withFile(file, (log) => {
    if (log === undefined) return;
    const header = readHeader(log);
    let [salts, at, last] = [header?.salts, 0, atLeast];
    for (const frame of framesOf(log, header)) {
      at += 1;
      // Where the header cannot be read, the first frame tells the salts.
      salts ??= frame.salts;
      if (frame.salts === salts && frame.pageCount > 0) last = Math.max(last, at);
    }
    let left = last;
    for (const frame of framesOf(log, header)) {
      if (left <= 0) return;
      left -= 1;
      if (frame.salts === salts) apply(frame);
    }
  });
}

function hasRoom(log: number, frames: number): boolean {
  return fstatSync(log).size >= headerSize + frames * frameSize;
}

function withFile<T>(file: string, work: (log: number | undefined) => T): T {
  const log = openIfThere(file);
  try {
    return work(log);
  } finally {
    if (log !== undefined) closeSync(log);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const littleEndianMagic = 0x377f0682;
const bigEndianMagic = 0x377f0683;
const version = 3007000;

function readHeader(log: number): Header | undefined {
  const bytes = Buffer.allocUnsafeSlow(headerSize);
  if (readSync(log, bytes, 0, headerSize, 0) < headerSize) return undefined;
  const magic = bytes.readUInt32BE(0);
  if (magic !== littleEndianMagic && magic !== bigEndianMagic) return undefined;
  if (bytes.readUInt32BE(4) !== version || bytes.readUInt32BE(8) !== pageSize) return undefined;
  const isLittleEndian = magic === littleEndianMagic;
  const checksum = sumOf(bytes, 0, headerSize - 8, [0, 0], isLittleEndian);
  if (!same(checksum, checksumAt(bytes, headerSize - 8))) return undefined;
  return { salts: bytes.readBigUInt64BE(16), isLittleEndian, checksum };
}

/** The whole frames behind the first ones. Their content holds until the next slice is read. */
function* framesOf(log: number, header: Header | undefined, behind = 0): Generator<SummedFrame> {
  const isLittleEndian = header?.isLittleEndian ?? true;
  const begin = headerSize + behind * frameSize;
  const count = Math.floor((fstatSync(log).size - begin) / frameSize);
  const slice = Buffer.allocUnsafeSlow(Math.max(0, Math.min(count, framesAtOnce)) * frameSize);
  for (let at = 0; at < count; at += framesAtOnce) {
    const read = readSync(log, slice, 0, slice.length, begin + at * frameSize);
    for (let from = 0; from + frameSize <= read; from += frameSize) {
      yield frameAt(slice, from, isLittleEndian);
    }
  }
}

function frameAt(slice: Buffer, from: number, isLittleEndian: boolean): SummedFrame {
  const content = from + frameHeaderSize;
  return {
    page: slice.readUInt32BE(from),
    content: slice.subarray(content, content + pageSize),
    pageCount: slice.readUInt32BE(from + 4),
    salts: slice.readBigUInt64BE(from + 8),
    written: checksumAt(slice, from + 16),
    checksum: (before) =>
      sumOf(
        slice,
        content,
        content + pageSize,
        sumOf(slice, from, from + 8, before, isLittleEndian),
        isLittleEndian,
      ),
  };
}

function sumOf(
  { buffer, byteOffset }: Buffer,
  from: number,
  to: number,
  before: Checksum,
  isLittleEndian: boolean,
): Checksum {
  const words = new DataView(buffer, byteOffset);
  let [first, second] = before;
  for (let at = from; at < to; at += 8) {
    first = (first + words.getInt32(at, isLittleEndian) + second) | 0;
    second = (second + words.getInt32(at + 4, isLittleEndian) + first) | 0;
  }
  return [first, second];
}

function checksumAt(bytes: Buffer, at: number): Checksum {
  return [bytes.readInt32BE(at), bytes.readInt32BE(at + 4)];
}

function same([a, b]: Checksum, [c, d]: Checksum): boolean {
  return a === c && b === d;
}
