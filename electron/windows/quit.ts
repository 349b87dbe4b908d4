import { app, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import { isConfirmed } from './question.ts';

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
    const waiting = await quitting.waiting();
    if (waiting === 0 || (await isConfirmed(window, quitQuestion(texts, waiting)))) app.quit();
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

function quitQuestion({ t }: i18n, count: number) {
  return {
    message: t('desktop:quit.title', { count }),
    detail: t('desktop:quit.detail'),
    yes: t('desktop:quit.quit'),
    no: t('desktop:quit.stay'),
  };
}
