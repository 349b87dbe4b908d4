import type {} from 'electron';
import type { FromService } from '../../shared/desk/service.ts';

/** The way to main and back. */
export interface Channel {
  send: (message: FromService) => void;
  onMessage: (listener: (message: unknown) => void) => void;
  /** Main is gone. */
  onClose: (listener: () => void) => void;
}

/** The channel of this process: Electron's port in a utility process, else the one of `child_process.fork`. */
export function channelToMain(): Channel {
  return process.parentPort ? channelOf(process.parentPort) : forkedChannel();
}

/** Chromium ends a utility process with main: there is nothing to hear of. */
function channelOf(port: NonNullable<typeof process.parentPort>): Channel {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    onClose: () => {},
  };
}

function forkedChannel(): Channel {
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.once('disconnect', listener),
  };
}
