import { stringify } from 'csv-stringify/sync';

/** What begins the file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\ufeff';

/**
 * Rows as CSV (RFC 4180): lines end with CRLF, what needs quotes has them. A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
export function csvOf(rows: string[][]): string {
  return stringify(rows, {
    record_delimiter: 'windows',
    escape_formulas: true,
    quote_record_delimiter: true,
    // A row of one empty cell would be no row at all.
    quoted_empty: true,
  });
}
