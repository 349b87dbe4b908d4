/** What can be given to a statement. Documents go in and come out as JSON texts, truth values as 0 and 1. */
export type Value = string | number | null;

/** A row as the database gives it; whoever asked parses it. */
export type Row = Readonly<Record<string, unknown>>;

/** A connection on which a transaction is open. Statements are those of both databases, with `$1`, `$2`… for values. */
export interface Connection {
  rows(statement: string, ...values: Value[]): Promise<Row[]>;
  /** @returns how many rows it changed */
  run(statement: string, ...values: Value[]): Promise<number>;
}

/** How a database numbers the changes in its feeds. */
export interface Numbers {
  /** The last number given. */
  head(): Promise<number>;
  /** The last number given before a day (UTC, `YYYY-MM-DD`), 0 where none is on record. */
  headBefore(day: string): Promise<number>;
  /**
   * Takes so many numbers in a row, for good once the transaction commits, and puts on record on which day. Who sees
   * them sees all smaller ones: nobody else gets any before this transaction has ended.
   * @returns the first of them
   */
  take(count: number): Promise<number>;
  /** Takes from the record what is up to a number. */
  forgetUpTo(seq: number): Promise<void>;
}
