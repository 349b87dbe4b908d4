import { app, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import { isConfirmed, type Question } from './question.ts';

/** What quitting has to know and to do. */
export interface Quitting {
  /** How many decisions have not reached the registry. */
  waiting: () => Promise<number>;
  /** How many roles of a batch under way are not decided yet. */
  undecided: () => number;
  /** Closes the store. */
  close: () => Promise<void>;
}

/**
 * Lets nobody close the window over unsent decisions, or roles of a batch, without being told how many; the end of the
 * system's session and programs that end the application are not asked. Returns what the menu's "quit" does.
 */
export function guardQuit(window: BrowserWindow, texts: i18n, quitting: Quitting): () => void {
  let isQuitting = false;
  const quit = async () => {
    const question = quitQuestion(texts, await quitting.waiting(), quitting.undecided());
    if (!question || (await isConfirmed(window, question))) app.quit();
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

function quitQuestion({ t }: i18n, waiting: number, undecided: number): Question | undefined {
  const said = [
    ...(waiting > 0 ? [t('desktop:quit.title', { count: waiting }), t('desktop:quit.detail')] : []),
    ...(undecided > 0 ? [t('desktop:quit.undecided', { count: undecided })] : []),
  ];
  const [message, ...details] = said;
  if (message === undefined) return undefined;
  const [yes, no] = [t('desktop:quit.quit'), t('desktop:quit.stay')];
  return { message, detail: details.join('\n'), yes, no };
}
