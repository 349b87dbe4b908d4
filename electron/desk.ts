import { release } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, clipboard, Menu, nativeTheme, shell } from 'electron';
import type { i18n } from 'i18next';
import { nearestLanguage } from '../locales/resources.ts';
import type { Diagnostics } from '../shared/desk/about.ts';
import { CallRefused } from '../shared/desk/answers.ts';
import { type Appearance, appearanceSchema, usualAppearance } from '../shared/desk/appearance.ts';
import { channels } from '../shared/desk/bridge.ts';
import type { Handlers } from '../shared/desk/calls.ts';
import type { Command } from '../shared/desk/commands.ts';
import type { Export, PrintOutcome } from '../shared/desk/export.ts';
import type { AppInfo } from '../shared/desk/state.ts';
import type { DeskEvent } from '../shared/desk/topics.ts';
import { licencesThatShip } from './about/licences.ts';
import { FileExport } from './export/fileExport.ts';
import { printPages } from './export/printPages.ts';
import { openGate } from './gate/gate.ts';
import { mailSchema, mailtoOf } from './mail/mailto.ts';
import { requestMail } from './mail/requestMail.ts';
import { showNotice } from './notifications/notices.ts';
import { DeskService, type ServiceNews } from './service-host/deskService.ts';
import { Account } from './session/account.ts';
import { developmentVariables } from './session/development.ts';
import { signInWay } from './session/way.ts';
import { type Remembered, remembered } from './settings/remembered.ts';
import type { Settings } from './settings/settings.ts';
import { loadTexts } from './texts.ts';
import { boundsSchema, openDeskWindow } from './windows/deskWindow.ts';
import { applicationMenu, offerInMenu } from './windows/menu.ts';
import { servePages } from './windows/pages.ts';
import { isConfirmed } from './windows/question.ts';
import { guardQuit } from './windows/quit.ts';

/** How long the desk service may take to say what waits, before nothing is asked. */
const waitingTimeoutMs = 1000;

/** Joins window, gate, account and desk service into the running application. */
export async function startDesk(profile: string, settings: Settings): Promise<void> {
  new Desk(profile, settings, await loadTexts(startLanguage())).start();
}

function startLanguage(): string {
  return process.env.ROLEDESK_LANGUAGE ?? app.getLocale();
}

class Desk {
  readonly #profile: string;
  readonly #settings: Settings;
  readonly #texts: i18n;
  readonly #account: Account;
  readonly #export: FileExport;
  readonly #appearance: Remembered<Appearance>;
  /** Set by variable or chosen in this run: goes before the preference. */
  #chosenLanguage = process.env.ROLEDESK_LANGUAGE;
  #window: BrowserWindow | undefined;
  /** The page on screen is still that of a former person: what it asks for is not asked by the present one. */
  #isPageLeft = false;
  /** How many roles of a batch under way the window has still to decide on. */
  #undecided = 0;
  /** The commands that hold in the window now. */
  #offered: readonly Command[] = [];
  #quit = () => app.quit();

  constructor(profile: string, settings: Settings, texts: i18n) {
    this.#profile = profile;
    this.#settings = settings;
    this.#texts = texts;
    this.#appearance = remembered(join(profile, 'appearance.json'), appearanceSchema);
    this.#account = this.#newAccount();
    this.#export = new FileExport({
      environment: settings.environment,
      texts,
      window: () => this.#window,
      service: () => this.#account.service,
      onChange: () => this.#tell({ kind: 'changed', topics: ['export'] }),
    });
  }

  start(): void {
    const { theme, textSize } = this.#look();
    nativeTheme.themeSource = theme;
    servePages();
    openGate(
      { main: this.#handlers(), pass: (name, input) => this.#pass(name, input) },
      (sender) => sender === this.#window?.webContents,
    );
    const { environment } = this.#settings;
    this.#window = openDeskWindow(remembered(join(this.#profile, 'window.json'), boundsSchema), {
      title: this.#texts.t(`environment:${environment}.name`),
      environment,
      zoom: textSize / 100,
    });
    this.#quit = guardQuit(this.#window, this.#texts, {
      waiting: () => this.#waiting(),
      undecided: () => this.#undecided,
      close: () => this.#account.close(),
    });
    this.#texts.on('languageChanged', () => this.#showMenu());
    this.#showMenu();
    app.on('second-instance', () => this.#focus());
    // The window comes first: to start a service takes this process a while.
    this.#window.webContents.once('did-navigate', () => {
      this.#account.start();
      void this.#followPreference();
    });
  }

  #newAccount(): Account {
    const { registry, environment } = this.#settings;
    const development = developmentVariables(app.isPackaged, process.env);
    const parts = {
      profile: this.#profile,
      settings: this.#settings,
      development,
      texts: this.#texts,
    };
    return new Account({
      profile: this.#profile,
      environment,
      at: registry === undefined ? undefined : { registry, way: signInWay(registry, parts) },
      onlySubject: development.username,
      holdMs: development.holdMs,
      openService: (opening, onNews) => new DeskService(opening, onNews),
      onNews: (news) => this.#hear(news),
      onChange: () => {
        this.#tell({ kind: 'changed', topics: ['app'] });
        this.#showMenu();
        void this.#followPreference();
      },
      onLeft: () => this.#leavePage(),
    });
  }

  #handlers(): Handlers<'main'> {
    return {
      'app:info': () => this.#info(),
      'app:appearance': (look) => this.#show(look),
      'app:offered': ({ commands }) => {
        this.#offered = commands;
        offerInMenu(commands);
      },
      'app:undecided': ({ count }) => {
        this.#undecided = count;
      },
      'app:language': async ({ language }) => {
        this.#chosenLanguage = language;
        await this.#speak(language);
      },
      'app:licences': () => licencesThatShip(),
      'app:diagnostics': () => this.#diagnostics(),
      'app:signIn': () => void this.#signIn(),
      'app:openBrowser': () => this.#account.openBrowserAgain(),
      'app:cancelSignIn': () => this.#account.cancel(),
      'app:signOut': () => this.#signOut(),
      'app:reopen': () => this.#account.service?.reopen(),
      'export:start': (wanted) => this.#startExport(wanted),
      'export:state': () => this.#export.state,
      'export:stop': () => this.#export.stop(),
      'export:dismiss': () => this.#export.dismiss(),
      'export:show': () => this.#export.show(),
      'print:pages': ({ title }) => this.#print(title),
      'app:mail': ({ roleId }) => this.#mail(roleId),
      'app:copy': ({ text }) => clipboard.writeText(text),
    };
  }

  #info(): AppInfo {
    const { service } = this.#account;
    const { registry, environment } = this.#settings;
    return {
      environment,
      version: app.getVersion(),
      language: this.#texts.language,
      appearance: this.#look(),
      ...(registry === undefined ? {} : { registry: new URL(registry).host }),
      hasDesk: service !== undefined,
      ...(service?.trouble ? { storeTrouble: service.trouble } : {}),
      signIn: this.#account.signIn,
    };
  }

  /** Hosts alone of addresses: what else an address may hold is nobody's business. */
  async #diagnostics(): Promise<Diagnostics> {
    const { service, signIn } = this.#account;
    const { registry, signIn: provider, environment } = this.#settings;
    const store = service?.trouble
      ? { trouble: service.trouble }
      : await service?.ask('desk:figures', undefined);
    const { electron = '', chrome: chromium = '', node } = process.versions;
    return {
      version: app.getVersion(),
      environment,
      ...(registry && { registry: new URL(registry).host }),
      ...(provider && { issuer: new URL(provider.issuer).host }),
      language: this.#texts.language,
      appearance: this.#look(),
      runtime: { electron, chromium, node },
      system: { platform: process.platform, release: release(), architecture: process.arch },
      signIn: { state: signIn.state, ...('problem' in signIn && { problem: signIn.problem }) },
      ...(store && { store }),
    };
  }

  #look(): Appearance {
    return this.#appearance.read() ?? usualAppearance;
  }

  #show(look: Appearance): void {
    this.#appearance.write(look);
    nativeTheme.themeSource = look.theme;
    this.#window?.webContents.setZoomFactor(look.textSize / 100);
    this.#showMenu();
  }

  async #pass(name: string, input: unknown): Promise<string> {
    const { service } = this.#account;
    if (!service || this.#isPageLeft) throw new CallRefused('not_ready');
    return service.pass(name, input);
  }

  async #startExport(wanted: Export): Promise<void> {
    if (this.#isPageLeft) throw new CallRefused('not_ready');
    await this.#export.start(wanted);
  }

  async #print(title: string): Promise<PrintOutcome> {
    if (!this.#window || this.#isPageLeft) throw new CallRefused('not_ready');
    return printPages(this.#window.webContents, title);
  }

  /** The page starts anew: nothing that it knows of the former person is left. */
  #leavePage(): void {
    this.#export.forget();
    this.#undecided = 0;
    const contents = this.#window?.webContents;
    if (!contents) return;
    this.#isPageLeft = true;
    contents.once('did-navigate', () => {
      this.#isPageLeft = false;
    });
    contents.reload();
  }

  #hear(news: Exclude<ServiceNews, { kind: 'token_wanted' }>): void {
    switch (news.kind) {
      case 'changed':
        this.#tell(news);
        if (news.topics.includes('preferences')) void this.#followPreference();
        return;
      case 'notice':
        showNotice(this.#texts.t, news, (roleId) => {
          this.#focus();
          this.#tell({ kind: 'open', roleId });
        });
    }
  }

  /** The person comes back from the browser to where they left. */
  async #signIn(): Promise<void> {
    await this.#account.ask();
    if (this.#account.signIn.state === 'signed_in') this.#focus();
  }

  async #signOut(): Promise<void> {
    const { t } = this.#texts;
    const count = await this.#waiting();
    const question = {
      message: t('desktop:signOut.title', { count }),
      detail: t('desktop:signOut.detail'),
      yes: t('desktop:signOut.signOut'),
      no: t('desktop:signOut.stay'),
    };
    if (count > 0 && this.#window && !(await isConfirmed(this.#window, question))) return;
    await this.#account.signOut();
  }

  /** Has the mail program prepare a mail to the person of a role; all that the window says is which role. */
  async #mail(roleId: string): Promise<void> {
    const { service } = this.#account;
    if (!service || this.#isPageLeft) throw new CallRefused('not_ready');
    const [detail, state, preferences] = await Promise.all([
      service.ask('roles:detail', { roleId }),
      service.ask('desk:state', undefined),
      service.ask('preferences:get', undefined),
    ]);
    if (!detail || !state?.me || !preferences) throw new CallRefused('not_found');
    const { person, scopes } = state.me;
    const bodies = [...new Set(scopes.map(({ name }) => name))];
    const sender = { person, bodies, timeZone: preferences.timeZone };
    const mail = mailSchema.safeParse(requestMail(this.#texts, detail, sender));
    if (!mail.success) throw new CallRefused('invalid_input', 'email');
    await shell.openExternal(mailtoOf(mail.data));
  }

  /** How many decisions have not reached the registry. */
  async #waiting(): Promise<number> {
    const state = this.#account.service?.ask('desk:state', undefined);
    return (await Promise.race([state, wait(waitingTimeoutMs)]))?.waiting ?? 0;
  }

  async #followPreference(): Promise<void> {
    const { service } = this.#account;
    const preferences = await service?.ask('preferences:get', undefined);
    // Those of a former person may come late.
    if (service !== this.#account.service) return;
    if (preferences) await this.#speak(this.#chosenLanguage ?? preferences.language);
  }

  async #speak(language: string): Promise<void> {
    const nearest = nearestLanguage(language);
    if (nearest === this.#texts.language) return;
    await this.#texts.changeLanguage(nearest);
    this.#tell({ kind: 'changed', topics: ['app'] });
  }

  #showMenu(): void {
    const run = (command: Command) => this.#tell({ kind: 'command', command });
    Menu.setApplicationMenu(
      applicationMenu(this.#texts.t, this.#look(), { quit: this.#quit, run }),
    );
    offerInMenu(this.#offered);
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
