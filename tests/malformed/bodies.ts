import { gzipSync } from 'node:zlib';
import { mark } from './breaking.ts';

interface BadBody {
  how: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parts.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part) : part)]),
  );
const mebibyte = 1024 * 1024;

/** Bodies that no call takes, whatever its schema. */
export const badBodies: readonly BadBody[] = [
  { how: 'no body' },
  { how: 'an empty body', body: '' },
  { how: 'no JSON', body: mark },
  { how: 'half of it', body: `{"${mark}":` },
  { how: 'two of them', body: '{}{}' },
  { how: 'a text', body: JSON.stringify(mark) },
  { how: 'a number', body: '1e308' },
  { how: 'a number without an end', body: '1e999' },
  { how: 'NaN', body: 'NaN' },
  { how: 'null', body: 'null' },
  { how: 'a list', body: '[]' },
  { how: 'an object of nothing', body: '{"":""}' },
  { how: 'another prototype', body: `{"__proto__":{"${mark}":1}}` },
  { how: 'another constructor', body: '{"constructor":{"prototype":{}}}' },
  { how: 'NUL', body: '\0' },
  { how: 'NUL within', body: `{"${mark}":"\0"}` },
  { how: 'wrong UTF-8', body: bytes('{"x":"', [0xff, 0xfe], '"}') },
  { how: 'half a character', body: bytes('{"x":"', [0xe2, 0x82], '"}') },
  { how: 'a surrogate in UTF-8', body: bytes('{"x":"', [0xed, 0xa0, 0x80], '"}') },
  { how: 'UTF-16', body: new Uint8Array(Buffer.from('{"x":1}', 'utf16le')) },
  { how: 'deep lists', body: '['.repeat(100_000) + ']'.repeat(100_000) },
  { how: 'deep objects', body: '{"x":'.repeat(100_000) },
  { how: 'millions of values', body: `[${'0,'.repeat(mebibyte)}0]` },
  { how: 'a text of 10 MB', body: JSON.stringify({ x: 'x'.repeat(10_000_000) }) },
  { how: 'more than a body may hold', body: 'x'.repeat(10 * mebibyte + 1) },
  { how: 'plain text', headers: { 'content-type': 'text/plain' }, body: '{}' },
  { how: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'x=1' },
  { how: 'no type', headers: { 'content-type': '' }, body: '{}' },
  { how: 'no such type', headers: { 'content-type': mark }, body: '{}' },
  {
    how: 'gzip',
    headers: { 'content-encoding': 'gzip' },
    body: new Uint8Array(gzipSync('0'.repeat(mebibyte))),
  },
  { how: 'said to be packed', headers: { 'content-encoding': 'br' }, body: '{}' },
];
