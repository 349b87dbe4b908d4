import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { channels } from '../../shared/desk/bridge.ts';
import { origin } from '../windows/origin.ts';
import { answerCall, type BehindGate, refusal } from './answer.ts';

/** The one way from a window to main: checks who asks and what, runs it, and always answers a value. */
export function openGate(behind: BehindGate, isOurs: (sender: WebContents) => boolean): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) =>
    isTrusted(event, isOurs) ? answerCall(name, input, behind) : refusal({ code: 'forbidden' }),
  );
}

/** Whether a call comes from the top frame of an own window that shows the application's own page. */
function isTrusted(
  { sender, senderFrame }: IpcMainInvokeEvent,
  isOurs: (sender: WebContents) => boolean,
): boolean {
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${origin}/`) &&
    isOurs(sender)
  );
}
