import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { i18n } from 'i18next';
import { resources } from '../../locales/resources.ts';
import { CallRefused } from '../../shared/desk/answers.ts';
import type { Export, ExportNews, ExportState } from '../../shared/desk/export.ts';
import type { Environment } from '../../shared/domain/vocabulary.ts';
import type { PersonsService } from '../session/account.ts';
import { fileName } from './fileName.ts';

/** What an export needs of the application. */
interface ExportParts {
  environment: Environment;
  texts: i18n;
  window: () => BrowserWindow | undefined;
  /** The service of the person at this desk. */
  service: () => PersonsService | undefined;
  onChange: () => void;
}

/** The one file that is written at a time: the person says where, the desk service writes it. */
export class FileExport {
  readonly #parts: ExportParts;
  #state: ExportState = { state: 'none' };
  #file: string | undefined;
  #stop = () => {};
  #isAsking = false;

  constructor(parts: ExportParts) {
    this.#parts = parts;
  }

  get state(): ExportState {
    return this.#state;
  }

  /**
   * Asks where to, and has it written; resolves once the writing has begun or the person wants none.
   * @throws {CallRefused} `not_possible` while another file is asked for or written; `not_ready` without a desk
   */
  async start(wanted: Export): Promise<void> {
    const window = this.#parts.window();
    const service = this.#parts.service();
    if (this.#isAsking || this.#state.state === 'writing') throw new CallRefused('not_possible');
    if (!window || !service) throw new CallRefused('not_ready');
    this.#isAsking = true;
    try {
      const file = await this.#ask(window, wanted);
      // Another person may have come while the dialog was open.
      if (file !== undefined && service === this.#parts.service())
        this.#write(service, wanted, file);
    } finally {
      this.#isAsking = false;
    }
  }

  stop(): void {
    this.#stop();
  }

  /** The person has read how it ended. */
  dismiss(): void {
    if (this.#state.state !== 'writing') this.#change({ state: 'none' });
  }

  /** Forgets it: it is none of the next person's business. */
  forget(): void {
    this.#stop();
    this.#file = undefined;
    this.#change({ state: 'none' });
  }

  /** Shows the written file in the system's file manager. */
  show(): void {
    if (this.#file !== undefined) shell.showItemInFolder(this.#file);
  }

  async #ask(window: BrowserWindow, wanted: Export): Promise<string | undefined> {
    const { environment, texts } = this.#parts;
    const name = fileName(wanted, environment, texts, new Date());
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: texts.t('desktop:export.csv'), extensions: ['csv'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || !filePath ? undefined : filePath;
  }

  #write(service: PersonsService, wanted: Export, file: string): void {
    const { language } = this.#parts.texts;
    const draft = join(dirname(file), `.${randomUUID()}.part`);
    const texts = { en: resources.en ?? {}, [language]: resources[language] ?? {} };
    const name = basename(file);
    this.#file = file;
    this.#change({ state: 'writing', file: name, done: 0, total: 0 });
    this.#stop = service.export({ wanted, file, draft, language, texts }, (news) => {
      if (this.#file !== file) return;
      // A service that has died cannot clear up after itself.
      if (news.state === 'failed') void rm(draft, { force: true });
      this.#change(stateAfter(news, name));
    });
  }

  #change(state: ExportState): void {
    this.#state = state;
    if (state.state !== 'writing') this.#stop = () => {};
    this.#parts.onChange();
  }
}

function stateAfter(news: ExportNews, file: string): ExportState {
  return news.state === 'stopped' ? { state: 'none' } : { ...news, file };
}
