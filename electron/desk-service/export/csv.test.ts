import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

/** Texts with all that CSV and spreadsheets care about. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', 'a'),
  }),
);
const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const disarmed = (text: string) => (formula.test(text) ? `'${text}` : text);

test('a parser of others reads back every cell, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { data, errors } = Papa.parse<string[]>(csvOf(rows).replace(/\r\n$/, ''), {
        delimiter: ',',
        newline: '\r\n',
      });
      expect(errors).toEqual([]);
      expect(data).toEqual(rows.map((row) => row.map(disarmed)));
    }),
  );
});

test('no cell begins as a formula does', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { data } = Papa.parse<string[]>(csvOf(rows), { delimiter: ',', newline: '\r\n' });
      expect(data.flat().filter((text) => formula.test(text))).toEqual([]);
    }),
  );
});

test('lines end with CRLF, and what needs quotes has them', () => {
  expect(csvOf([['a', 'b,c', 'say "x"', 'one\ntwo', '']])).toBe(
    'a,"b,c","say ""x""","one\ntwo",""\r\n',
  );
  expect(csvOf([['+32 2 123', '=1+1', '-', '@x', 'a=b']])).toBe("'+32 2 123,'=1+1,'-,'@x,a=b\r\n");
});
