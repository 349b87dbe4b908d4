import { spawn } from 'node:child_process';

/** An error whose message tells the reader what to do; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs one step of the set-up and shows its name, outcome and duration on stderr,
 * because stdout belongs to the command.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(name, run) {
  const startedMs = Date.now();
  const end = (/** @type {string} */ mark) =>
    process.stderr.write(`${mark} ${name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)\n`);
  process.stderr.write(`… ${name}\n`);
  try {
    const result = await run();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}

/**
 * Runs a program to its end. Its output goes to stderr; a quiet one shows it only when it fails.
 * Rejects with a SetupError when the program cannot be started or does not end with 0.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {Promise<void>}
 */
export function execute(program, args, { cwd, env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a command file on Windows, and those only start from a shell.
      shell: process.platform === 'win32' && program === 'npm',
    });
    let kept = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        if (quiet) kept += data;
        else process.stderr.write(data);
      });
    }
    child.once('error', (error) => reject(new SetupError(`${program}: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(new SetupError(`${kept}${program} ${args.join(' ')} ended with ${code ?? signal}`));
    });
  });
}
