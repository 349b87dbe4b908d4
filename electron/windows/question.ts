import { type BrowserWindow, dialog } from 'electron';

/** A question before something that a person may not want; `yes` and `no` are what the buttons say. */
export interface Question {
  message: string;
  detail: string;
  yes: string;
  no: string;
}

/** Asks over the window; answers whether it was "yes". Escape and Enter are "no". */
export async function isConfirmed(
  window: BrowserWindow,
  { message, detail, yes, no }: Question,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail,
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
