import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { startDesk } from './desk.ts';
import { readSettings, type Settings, SettingsInvalid } from './settings/settings.ts';
import { loadTexts } from './texts.ts';
import { confinePages } from './windows/confine.ts';
import { registerScheme } from './windows/pages.ts';

const settingsExitCode = 2;

if (process.env.ROLEDESK_HOME) app.setPath('userData', resolve(process.env.ROLEDESK_HOME));
registerScheme();
confinePages();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const profile = app.getPath('userData');
  const settings = await settingsOrExit(join(profile, 'settings.json'));
  if (settings) await startDesk(profile, settings);
}

async function settingsOrExit(file: string): Promise<Settings | undefined> {
  try {
    return readSettings(file, process.env);
  } catch (error) {
    if (!(error instanceof SettingsInvalid)) throw error;
    const { t } = await loadTexts(process.env.ROLEDESK_LANGUAGE ?? app.getLocale());
    const detail = t('desktop:settings.invalid', { file: error.file, field: error.field });
    process.stderr.write(`${detail}\n`);
    dialog.showErrorBox(t('desktop:settings.title'), detail);
    app.exit(settingsExitCode);
    return undefined;
  }
}
