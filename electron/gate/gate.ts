import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { answerCall, handle, refusal } from '../../shared/desk/answerCall.ts';
import { channels } from '../../shared/desk/bridge.ts';
import { calls, type Handlers } from '../../shared/desk/calls.ts';
import { origin } from '../windows/origin.ts';

/** Who answers behind the gate. */
export interface BehindGate {
  /** The calls that main answers itself. */
  main: Handlers<'main'>;
  /** Passes a call to the desk service; the answer is the JSON of an `Answer`. */
  pass: (name: string, input: unknown) => Promise<string>;
}

/** The one way from a window to main: checks who asks and what, runs it, and always answers a value. */
export function openGate(behind: BehindGate, isOurs: (sender: WebContents) => boolean): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) =>
    isTrusted(event, isOurs) ? answer(name, input, behind) : refusal({ code: 'forbidden' }),
  );
}

function answer(name: unknown, input: unknown, { main, pass }: BehindGate): Promise<string> {
  return answerCall(
    name,
    input,
    (checked, parsed) =>
      calls[checked].at === 'service' ? pass(checked, parsed) : handle(main, checked, parsed),
    (error) => process.stderr.write(`A call failed: ${error instanceof Error ? error.name : ''}\n`),
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
