import type { Topic } from '../../shared/desk/topics.ts';

const quietMs = 50;

/** Gathers topics, so that main hears of many changes once: the first at once, then every 50 ms at most. */
export class Topics {
  readonly #tell: (topics: Topic[]) => void;
  readonly #gathered = new Set<Topic>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (topics: Topic[]) => void) {
    this.#tell = tell;
  }

  add(topics: Topic[]): void {
    for (const topic of topics) this.#gathered.add(topic);
    if (this.#timer === undefined) this.flush();
  }

  /** Tells what is gathered, now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#gathered.size === 0) return;
    const topics = [...this.#gathered];
    this.#gathered.clear();
    this.#timer = setTimeout(() => this.flush(), quietMs);
    this.#tell(topics);
  }
}
