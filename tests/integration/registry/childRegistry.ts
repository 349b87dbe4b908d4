import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', '..', 'registry', 'main.ts');

/** What a run of the command said and how it ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The command `registry` in a process of its own. */
export interface ChildRegistry {
  process: ChildProcess;
  /** The line that it says when it listens; rejects where it ends before. */
  url: Promise<string>;
  ended: Promise<Ended>;
}

/** Starts the command with these arguments. */
export function spawnRegistry(...args: string[]): ChildRegistry {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const listening = /^registry listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(stdout)?.[1];
      if (listening) resolve(listening);
    });
    ended.then(() => reject(new Error(`ended before it listened: ${stderr}`)));
  });
  url.catch(() => undefined);
  return { process: child, url, ended };
}
