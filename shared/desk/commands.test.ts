import { expect, test } from 'vitest';
import { allCommands, commands } from './commands.ts';

const keysOf = (command: (typeof allCommands)[number]) => [
  ...commands[command].keys,
  ...(commands[command].rowKeys ?? []),
];

test('no two commands have one key', () => {
  const owners = new Map<string, string[]>();
  for (const command of allCommands)
    for (const key of keysOf(command)) owners.set(key, [...(owners.get(key) ?? []), command]);
  expect([...owners].filter(([, all]) => all.length > 1)).toEqual([]);
});

test('no key is the beginning of another one: it would never wait for the rest', () => {
  const all = allCommands.flatMap(keysOf);
  expect(all.filter((key) => all.some((other) => other.startsWith(`${key} `)))).toEqual([]);
});

test('letters are written small, so that Caps Lock changes nothing', () => {
  const letters = allCommands.flatMap(keysOf).flatMap((keys) => keys.match(/\b[A-Z]\b/g) ?? []);
  expect(letters).toEqual([]);
});
