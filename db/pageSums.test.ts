import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSums, sumsFile, writeEnd, writeSums } from './pageSums.ts';
import { newStoreFile } from './world.fixture.ts';

const sums = Uint32Array.from({ length: 50 }, (_, at) => (at * 0x9e3779b1) >>> 0);
const end = { salts: 0xfedcba9876543210n, frames: 77 };

function withSums(): string {
  const file = newStoreFile();
  writeSums(file, sums);
  writeEnd(file, end);
  return file;
}

test('sums are read as they were written, with the end that was written last', () => {
  const file = withSums();
  expect(readSums(file)).toEqual({ sums, end });
  writeEnd(file, { ...end, frames: 78 });
  expect(readSums(file)).toEqual({ sums, end: { ...end, frames: 78 } });
  writeSums(file, sums);
  expect(readSums(file)).toEqual({ sums, end: undefined });
  expect(readSums(newStoreFile())).toBe('none');
});

test('a flipped bit in the sums is noticed; in the end it leaves no end', () => {
  const file = withSums();
  const sound = readFileSync(sumsFile(file));
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.nat(7), (at, bit) => {
      const bytes = Buffer.from(sound);
      bytes[at]! ^= 1 << bit;
      writeFileSync(sumsFile(file), bytes);
      const isOfEnd = at >= 20 && at < 36;
      expect(readSums(file)).toEqual(isOfEnd ? { sums, end: undefined } : 'damaged');
    }),
  );
});

test('sums that were cut off are damaged', () => {
  const file = withSums();
  for (const length of [235, 100, 36, 35, 1, 0]) {
    truncateSync(sumsFile(file), length);
    expect(readSums(file)).toBe('damaged');
  }
});
