import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, dialog } from 'electron';
import type { i18n } from 'i18next';

const answerTimeoutMs = 1000;

/** What quitting has to know and to do. */
export interface Quitting {
  /** How many decisions have not reached the registry. */
  waiting: () => Promise<number>;
  /** Closes the store. */
  close: () => Promise<void>;
}

/**
 * Lets nobody close the window over unsent decisions without being told how many; the end of the system's session and
 * programs that end the application are not asked. Returns what the menu's "quit" does.
 */
export function guardQuit(window: BrowserWindow, texts: i18n, quitting: Quitting): () => void {
  let isQuitting = false;
  const quit = async () => {
    const waiting = await Promise.race([quitting.waiting(), wait(answerTimeoutMs, 0)]);
    if (waiting === 0 || (await isConfirmed(window, texts, waiting))) app.quit();
  };
  window.on('close', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    void quit();
  });
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void quitting.close().finally(() => app.exit(0));
  });
  app.on('window-all-closed', () => app.quit());
  return () => void quit();
}

async function isConfirmed(window: BrowserWindow, { t }: i18n, count: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('desktop:quit.title', { count }),
    detail: t('desktop:quit.detail'),
    buttons: [t('desktop:quit.quit'), t('desktop:quit.stay')],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
