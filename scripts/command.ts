import type { ChildProcess } from 'node:child_process';
import { SetupError } from './setup/progress.mjs';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Makes a signal end this process by `exit`, so that what it started ends with it. */
export function exitOnSignals(): void {
  for (const signal of signals) process.on(signal, () => process.exit(1));
}

/** Hands the signals to a child that is to end in order, instead of ending this process. */
export function passSignalsTo(child: ChildProcess): void {
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
}

/**
 * Runs the body of a command: a SetupError shows as its message alone, anything else with its
 * stack; both end the process with 1. A number that the body returns is the exit code.
 */
export async function runCommand(body: () => Promise<number> | Promise<void>): Promise<void> {
  exitOnSignals();
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : inspect(error)}\n`);
    process.exitCode = 1;
  }
}

function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
