import type { DrivenDesk } from './fixtures.ts';

/** Answers the next question of the system by its first button (0) or its second (1); resolves with what it said. */
export function nextQuestion(
  { app }: Pick<DrivenDesk, 'app'>,
  button: 0 | 1,
): Promise<{ message: string; detail: string }> {
  return app.evaluate(
    ({ dialog }, response) =>
      new Promise((resolve) => {
        dialog.showMessageBox = async (...args: unknown[]) => {
          resolve(args[1] as { message: string; detail: string });
          return { response, checkboxChecked: false };
        };
      }),
    button,
  );
}

/** Asks the window to close, as its own button does. */
export function closeWindow({ app }: Pick<DrivenDesk, 'app'>): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}
