import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from './package-program.ts';

/** How to start a reference registry; see PROTOCOL: the command `registry`. */
export type RegistryOptions = {
  /** `sqlite:FILE` or `postgres://…` */
  database: string;
  /** Absent: a free one. */
  port?: number;
  /** How many role requests to make into an empty database. */
  seed?: number;
  /** The same text makes the same data. */
  random?: string;
  environment?: string;
  /** How many calls one person may make in a minute; 0: as many as they like. */
  callsPerMinute?: number;
  /** Keeps its log to itself, unless it ends before it listens. */
  quiet?: boolean;
};

/** A registry that runs in a process of its own. */
export type RunningRegistry = {
  url: string;
  pid: number;
  /** Ends it and waits for its end; SIGKILL is a crash. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

/**
 * Starts the reference registry with development sign-in on loopback and waits until it listens.
 * Its log goes to stderr. Ends with this process. Throws when it ends before it listens.
 */
export async function startRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  const child = spawn(process.execPath, registryArguments(options), {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (options.quiet) log += text;
    else process.stderr.write(text);
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      process.off('exit', kill);
      resolve();
    }),
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      reject(new Error(`The registry ended with ${code ?? signal} before it listened.\n${log}`)),
    );
    createInterface(child.stdout).on('line', (line) => {
      const found = /^registry listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The command line for Node. */
export function registryArguments(options: RegistryOptions): string[] {
  const { database, port = 0, seed, random, environment = 'training', callsPerMinute } = options;
  return [
    join(projectFolder, 'registry', 'main.ts'),
    ...['--port', String(port), '--db', database, '--dev', '--environment', environment],
    ...(seed === undefined ? [] : ['--seed', String(seed)]),
    ...(random === undefined ? [] : ['--random', random]),
    ...(callsPerMinute === undefined ? [] : ['--rate-limit', String(callsPerMinute)]),
  ];
}
