// Every npm command starts here, on whatever Node (18 or newer) the machine has: it installs what
// is missing and goes on with the Node that the project pins. Only Node's own modules.
// Verified on Debian; written for Windows and macOS, not verified there.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './setup/dependencies.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);

if (script === undefined) fail('usage: node scripts/run.mjs SCRIPT [ARGUMENT…]');
if (Number.parseInt(process.versions.node, 10) < 18) {
  fail(`Node ${process.versions.node} is too old: install Node 18 or newer.`);
}
try {
  goOn(await ensureDependencies(root), script);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/**
 * @param {string} node the Node of node_modules
 * @param {string} file the script for it
 */
function goOn(node, file) {
  const child = spawn(node, [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: withPath([join(root, 'node_modules', '.bin'), dirname(node)]),
  });
  // A terminal sends SIGINT to the child as well; twice would cut short its tidying up.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`${node}: ${error.message}`));
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** @param {string[]} folders first on the path; its variable is spelled Path on Windows */
function withPath(folders) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [...folders, process.env[name]].join(delimiter) };
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`Roledesk set-up: ${message}\n`);
  process.exit(1);
}
