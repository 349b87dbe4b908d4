import { readDesk } from '../../../db/desk.ts';
import { storeTroubleOf } from '../../../db/trouble.ts';
import type { ExportNews, ExportTrouble } from '../../../shared/desk/export.ts';
import type { ToService } from '../../../shared/desk/service.ts';
import type { Desk } from '../desk.ts';
import { writeCsv } from './csvFile.ts';
import { logTable } from './logTable.ts';
import type { Table } from './table.ts';
import { viewTable } from './viewTable.ts';
import { wordsOf } from './words.ts';

type ExportOrder = Extract<ToService, { kind: 'export' }>;

interface Running {
  stopping: AbortController;
  done: Promise<void>;
}

const betweenNewsMs = 100;

/** The files that are being written; whoever ordered one hears how it goes and how it ends. */
export class Exports {
  readonly #running = new Map<number, Running>();
  readonly #tell: (id: number, news: ExportNews) => void;
  readonly #onFailure: (desk: Desk, error: unknown) => void;

  /** @param onFailure hears of what is no trouble with the file */
  constructor(
    tell: (id: number, news: ExportNews) => void,
    onFailure: (desk: Desk, error: unknown) => void,
  ) {
    this.#tell = tell;
    this.#onFailure = onFailure;
  }

  start(order: ExportOrder, desk: Desk | undefined): void {
    if (!desk) {
      this.#tell(order.id, { state: 'failed', why: 'interrupted' });
      return;
    }
    const stopping = new AbortController();
    const done = this.#write(order, desk, stopping.signal).finally(() =>
      this.#running.delete(order.id),
    );
    this.#running.set(order.id, { stopping, done });
  }

  stop(id: number): void {
    this.#running.get(id)?.stopping.abort();
  }

  /** Stops them all; nothing half is left once the result resolves. */
  async end(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { stopping } of running) stopping.abort();
    await Promise.all(running.map(({ done }) => done));
  }

  async #write(order: ExportOrder, desk: Desk, signal: AbortSignal): Promise<void> {
    const { id } = order;
    try {
      const table = await tableOf(order, desk);
      let toldAt = 0;
      const onProgress = (done: number) => {
        if (performance.now() - toldAt < betweenNewsMs) return;
        toldAt = performance.now();
        this.#tell(id, { state: 'writing', done, total: table.total });
      };
      onProgress(0);
      const rows = await writeCsv(table, order, onProgress, signal);
      this.#tell(id, { state: 'written', rows });
    } catch (error) {
      this.#tell(id, signal.aborted ? { state: 'stopped' } : this.#failed(desk, error));
    }
  }

  #failed(desk: Desk, error: unknown): ExportNews {
    const why = troubleOf(error);
    if (why === 'failed') this.#onFailure(desk, error);
    return { state: 'failed', why };
  }
}

async function tableOf({ wanted, language, texts }: ExportOrder, desk: Desk): Promise<Table> {
  const { reader } = desk.store;
  const words = await wordsOf({ language, texts }, readDesk(reader).preferences.timeZone);
  switch (wanted.what) {
    case 'view':
      return viewTable(reader, wanted, new Date(), words);
    case 'log':
      return logTable(reader, words);
    case 'list':
      return {
        head: wanted.head,
        total: wanted.rows.length,
        pages: () => [{ rows: wanted.rows, done: wanted.rows.length }],
      };
  }
}

const notWritable: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EISDIR']);

function troubleOf(error: unknown): ExportTrouble {
  if (error instanceof Error && 'code' in error && notWritable.has(error.code)) {
    return 'not_writable';
  }
  const trouble = storeTroubleOf(error);
  return trouble === 'disk_full' || trouble === 'disk_failing' ? trouble : 'failed';
}
