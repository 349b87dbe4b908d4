import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { i18n } from 'i18next';
import { z } from 'zod';
import { nearestLanguage } from '../locales/resources.ts';
import { CallRefused } from '../shared/desk/answers.ts';
import { channels } from '../shared/desk/bridge.ts';
import type { Handlers } from '../shared/desk/calls.ts';
import type { AppInfo } from '../shared/desk/state.ts';
import type { DeskEvent } from '../shared/desk/topics.ts';
import { openGate } from './gate/gate.ts';
import { showNotice } from './notifications/notices.ts';
import type { ServiceNews } from './service-host/deskService.ts';
import { Account } from './session/account.ts';
import { developmentVariables } from './session/development.ts';
import { type Remembered, remembered } from './settings/remembered.ts';
import type { Settings } from './settings/settings.ts';
import { loadTexts } from './texts.ts';
import { boundsSchema, openDeskWindow } from './windows/deskWindow.ts';
import { applicationMenu } from './windows/menu.ts';
import { servePages } from './windows/pages.ts';
import { guardQuit } from './windows/quit.ts';

const appearanceSchema = z.object({ theme: z.enum(['system', 'light', 'dark']) });

/** Joins window, gate, account and desk service into the running application. */
export async function startDesk(profile: string, settings: Settings): Promise<void> {
  new Desk(profile, settings, await loadTexts(startLanguage())).start();
}

function startLanguage(): string {
  return process.env.ROLEDESK_LANGUAGE ?? app.getLocale();
}

class Desk {
  readonly #profile: string;
  readonly #environment: Settings['environment'];
  readonly #texts: i18n;
  readonly #account: Account;
  readonly #appearance: Remembered<z.infer<typeof appearanceSchema>>;
  /** Set by variable or chosen in this run: goes before the preference. */
  #chosenLanguage = process.env.ROLEDESK_LANGUAGE;
  #window: BrowserWindow | undefined;

  constructor(profile: string, settings: Settings, texts: i18n) {
    this.#profile = profile;
    this.#environment = settings.environment;
    this.#texts = texts;
    this.#appearance = remembered(join(profile, 'appearance.json'), appearanceSchema);
    const development = developmentVariables(app.isPackaged, process.env);
    this.#account = new Account(profile, settings, development, {
      onNews: (news) => this.#hear(news),
      onChange: () => {
        this.#tell({ kind: 'changed', topics: ['app'] });
        void this.#followPreference();
      },
    });
  }

  start(): void {
    nativeTheme.themeSource = this.#appearance.read()?.theme ?? 'system';
    servePages();
    openGate(
      { main: this.#handlers(), pass: (name, input) => this.#pass(name, input) },
      (sender) => sender === this.#window?.webContents,
    );
    this.#account.start();
    this.#window = openDeskWindow(
      remembered(join(this.#profile, 'window.json'), boundsSchema),
      this.#texts.t('desktop:name'),
    );
    const quit = guardQuit(this.#window, this.#texts, {
      waiting: async () =>
        (await this.#account.service?.ask('desk:state', undefined))?.waiting ?? 0,
      close: () => this.#account.close(),
    });
    const showMenu = () => Menu.setApplicationMenu(applicationMenu(this.#texts.t, quit));
    this.#texts.on('languageChanged', showMenu);
    showMenu();
    app.on('second-instance', () => this.#focus());
    void this.#followPreference();
  }

  #handlers(): Handlers<'main'> {
    return {
      'app:info': () => this.#info(),
      'app:theme': ({ theme }) => {
        this.#appearance.write({ theme });
        nativeTheme.themeSource = theme;
        this.#tell({ kind: 'changed', topics: ['app'] });
      },
      'app:language': async ({ language }) => {
        this.#chosenLanguage = language;
        await this.#speak(language);
      },
    };
  }

  #info(): AppInfo {
    const { service, problem } = this.#account;
    return {
      environment: this.#environment,
      version: app.getVersion(),
      language: this.#texts.language,
      theme: this.#appearance.read()?.theme ?? 'system',
      session: service ? 'ready' : 'signed_out',
      ...(problem ? { problem } : {}),
    };
  }

  async #pass(name: string, input: unknown): Promise<string> {
    const { service } = this.#account;
    if (!service) throw new CallRefused('not_ready');
    return service.pass(name, input);
  }

  #hear(news: ServiceNews): void {
    switch (news.kind) {
      case 'changed':
        this.#tell(news);
        if (news.topics.includes('preferences')) void this.#followPreference();
        return;
      case 'token_wanted':
        this.#account.renew();
        return;
      case 'notice':
        showNotice(this.#texts.t, news, (roleId) => {
          this.#focus();
          this.#tell({ kind: 'open', roleId });
        });
    }
  }

  async #followPreference(): Promise<void> {
    const preferences = await this.#account.service?.ask('preferences:get', undefined);
    if (preferences) await this.#speak(this.#chosenLanguage ?? preferences.language);
  }

  async #speak(language: string): Promise<void> {
    const nearest = nearestLanguage(language);
    if (nearest === this.#texts.language) return;
    await this.#texts.changeLanguage(nearest);
    this.#tell({ kind: 'changed', topics: ['app'] });
  }

  #tell(event: DeskEvent): void {
    if (this.#window && !this.#window.isDestroyed()) {
      this.#window.webContents.send(channels.event, event);
    }
  }

  #focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.show();
    this.#window?.focus();
  }
}
