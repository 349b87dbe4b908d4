import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeCsv } from './csvFile.ts';
import { type Table, tableByKeys } from './table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roledesk-csv-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const numbers = (count: number): Table =>
  tableByKeys(
    ['number'],
    Array.from({ length: count }, (_, at) => at),
    (keys) => keys.map((key) => [String(key)]),
  );
const place = () => ({ file: join(folder, 'a.csv'), draft: join(folder, '.draft.part') });
const going = new AbortController().signal;

test('a file begins with a byte order mark and holds the head and every row', async () => {
  const told: number[] = [];
  expect(await writeCsv(numbers(1201), place(), (done) => told.push(done), going)).toBe(1201);
  const text = readFileSync(join(folder, 'a.csv'), 'utf8');
  expect(text.startsWith('\ufeffnumber\r\n0\r\n1\r\n')).toBe(true);
  expect(text.endsWith('\r\n1200\r\n')).toBe(true);
  expect(told).toEqual([500, 1000, 1201]);
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('one that is stopped leaves what was there before, and no draft', async () => {
  writeFileSync(join(folder, 'a.csv'), 'before');
  const stopping = new AbortController();
  const writing = writeCsv(numbers(5000), place(), () => stopping.abort(), stopping.signal);
  await expect(writing).rejects.toThrow('aborted');
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('before');
});

test('one whose rows cannot be read leaves nothing', async () => {
  const broken: Table = {
    ...numbers(1),
    pages: () => {
      throw new Error('unreadable');
    },
  };
  await expect(writeCsv(broken, place(), () => {}, going)).rejects.toThrow('unreadable');
  expect(readdirSync(folder)).toEqual([]);
});
