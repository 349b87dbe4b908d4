/** Notices when somebody says nothing for too long. */
export class Silence {
  readonly #longestMs: number;
  readonly #onTooLong: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(longestMs: number, onTooLong: () => void) {
    this.#longestMs = longestMs;
    this.#onTooLong = onTooLong;
  }

  /** Begins to wait, anew with everything that is heard; `moreMs` are granted once. */
  wait(moreMs = 0): void {
    this.end();
    this.#timer = setTimeout(this.#onTooLong, this.#longestMs + moreMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
