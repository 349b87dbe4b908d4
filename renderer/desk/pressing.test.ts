import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allCommands, commands } from '../../shared/desk/commands.ts';
import { continuations, pressed, writtenKey } from './pressing.ts';

const plain = {
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
};

test.each([
  ['a letter', { key: 'a' }, 'a'],
  ['a letter under Caps Lock', { key: 'A' }, 'a'],
  ['a letter with shift', { key: 'J', shiftKey: true }, 'Shift+j'],
  ['a sign that takes shift', { key: '?', shiftKey: true }, '?'],
  ['an arrow', { key: 'ArrowDown' }, 'ArrowDown'],
  ['an arrow with shift', { key: 'ArrowDown', shiftKey: true }, 'Shift+ArrowDown'],
  ['the space bar', { key: ' ' }, 'Space'],
  ['a letter with Ctrl', { key: 'k', ctrlKey: true }, 'Mod+k'],
  ['a letter with Command', { key: 'k', metaKey: true }, 'Mod+k'],
  ['a letter of a Greek keyboard', { key: 'α', code: 'KeyA' }, 'a'],
  [
    'a letter of a Bulgarian keyboard with shift',
    { key: 'Й', code: 'KeyJ', shiftKey: true },
    'Shift+j',
  ],
  ['a letter with Alt', { key: 'a', altKey: true }, undefined],
  ['shift alone', { key: 'Shift', shiftKey: true }, undefined],
])('%s is written as in the map', (_, event, written) => {
  // As of the window's events, whose properties lie in their prototype.
  expect(writtenKey(Object.create({ ...plain, ...event }))).toBe(written);
});

test('every key of the map runs its command, those of the rows only there', () => {
  for (const command of allCommands) {
    const { keys, rowKeys = [] } = commands[command];
    for (const key of keys) expect(typed(key, false)).toEqual({ kind: 'command', command });
    for (const key of rowKeys) {
      expect(typed(key, true)).toEqual({ kind: 'command', command });
      expect(typed(key, false)).not.toEqual({ kind: 'command', command });
    }
  }
});

test('g waits, and tells what it can lead to', () => {
  expect(pressed('g', undefined, true)).toEqual({ kind: 'waits', begun: 'g' });
  expect(continuations('g')).toContainEqual({ command: 'goValid', key: 'v' });
});

test('a key that continues nothing does nothing, least of all decide', () => {
  expect(pressed('a', 'g', true)).toEqual({ kind: 'none' });
  const key = fc.constantFrom(...allCommands.flatMap((each) => commands[each].keys));
  fc.assert(
    fc.property(key, (second) => {
      const result = pressed(second, 'g', true);
      if (result.kind === 'command') expect(commands[result.command].group).toBe('places');
    }),
  );
});

function typed(keys: string, inRows: boolean) {
  const [last = '', ...before] = keys.split(' ').reverse();
  return pressed(last, before.length === 0 ? undefined : before.reverse().join(' '), inRows);
}
