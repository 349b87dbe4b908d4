/** What is exported: a head, and its rows page by page, so that a million of them never stand in memory. */
export interface Table {
  head: string[];
  /** How many rows there were when the export began. */
  total: number;
  pages: () => Iterable<{
    rows: string[][];
    /** How many rows have been looked at with this page: some may be gone since. */
    done: number;
  }>;
}

/** How many rows are read at once: small enough that calls of the window are answered in between. */
const pageSize = 500;

/** A table whose rows are read by their keys when their turn comes. */
export function tableByKeys(
  head: string[],
  keys: number[],
  rowsOf: (keys: number[]) => string[][],
): Table {
  return {
    head,
    total: keys.length,
    *pages() {
      for (let at = 0; at < keys.length; at += pageSize) {
        const page = keys.slice(at, at + pageSize);
        yield { rows: rowsOf(page), done: at + page.length };
      }
    },
  };
}
