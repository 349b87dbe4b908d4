import { expect, test } from 'vitest';
import { spawnRegistry } from './childRegistry.ts';

test.each([
  [['--colour', 'red'], '--colour'],
  [['--port', '4000'], '--db'],
  [['--port', 'x', '--db', 'sqlite:x'], '--port'],
  [['--port', '70000', '--db', 'sqlite:x'], '--port'],
  [['--db', 'mysql://x'], '--db'],
  [['--db', 'sqlite:/no/such/folder/x'], '--db'],
  [['--db', 'postgres://127.0.0.1:9/x'], '--db'],
  [['--db', 'postgres://me:secret@127.0.0.1:9/x'], '--db postgres://me@127.0.0.1:9/x: '],
  [['--db', 'sqlite:x', '--seed=-1'], '--seed'],
  [['--db', 'sqlite:x', '--seed', 'many'], '--seed'],
  [['--db', 'sqlite:x', '--environment', 'moon'], '--environment'],
  [['--db', 'sqlite:x', '--issuer', 'login.example'], '--issuer'],
  [['--db', 'sqlite:x', '--issuer', 'http://login.example'], '--issuer'],
  [['--db', 'sqlite:x', '--issuer', 'https://login.example?a=b'], '--issuer'],
  [['--db', 'sqlite:x', '--issuer', 'https://login.example', '--dev'], '--issuer'],
  [['--db', 'sqlite:x', '--audience', ''], '--audience'],
  [['--db', 'sqlite:x', '--client-id', ''], '--client-id'],
  [['--db', 'sqlite:x', '--rate-limit', 'often'], '--rate-limit'],
])('%j is refused, and the flag at fault is named', async (args, flag) => {
  const { code, stdout, stderr } = await spawnRegistry(...args).ended;
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(flag);
  expect(stderr.trim().split('\n').length).toBe(1);
});
