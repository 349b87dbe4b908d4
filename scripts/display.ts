import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { SetupError } from './setup/progress.mjs';

/** A place for windows: the variables that programs find it by, and a way to give it back. */
export type Display = { env: { DISPLAY?: string }; stop: () => Promise<void> };

/** Whether windows can open as things are. Only Linux does without a display. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Starts a virtual display where there is none, and says so on stderr. Ends with this process. */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, stop: async () => undefined };
  // Xvfb picks a free number and writes it to the descriptor that -displayfd names.
  // Without -noreset it starts anew when its last window goes, and a window that opens in that
  // moment finds no display.
  const screen = ['-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'];
  const args = ['-displayfd', '3', ...screen];
  // A group of its own, so that Ctrl+C lets the windows close before their display does.
  const server = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  server.once('error', () => undefined);
  const killServer = () => server.kill();
  process.once('exit', killServer);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const number = await firstLine(server.stdio[3], ended);
  process.stderr.write(`There is no display here: windows open on the virtual one, :${number}.\n`);
  return {
    env: { DISPLAY: `:${number}` },
    stop: () => {
      process.off('exit', killServer);
      server.kill();
      return ended;
    },
  };
}

function firstLine(pipe: unknown, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = () =>
      reject(new SetupError('Xvfb did not start: is the package xvfb installed?'));
    void ended.then(refuse);
    if (pipe instanceof Readable) createInterface(pipe).once('line', resolve);
    else refuse();
  });
}
