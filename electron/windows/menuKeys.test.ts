import { expect, test } from 'vitest';
import { allCommands } from '../../shared/desk/commands.ts';
import { keysInMenu } from './menuKeys.ts';

test('a letter is shown and never in force, so that it can be typed', () => {
  expect(keysInMenu('approve', 'Approve', false)).toEqual({
    label: 'Approve',
    accelerator: 'A',
    registerAccelerator: false,
  });
  for (const command of allCommands) {
    const { accelerator, registerAccelerator } = keysInMenu(command, '', false);
    if (accelerator !== undefined) expect(registerAccelerator).toBe(false);
  }
});

test('keys have the names that Electron knows', () => {
  const shown = (command: Parameters<typeof keysInMenu>[0]) =>
    keysInMenu(command, '', false).accelerator;
  expect(shown('palette')).toBe('CmdOrCtrl+K');
  expect(shown('largerText')).toBe('CmdOrCtrl+Plus');
  expect(shown('smallerText')).toBe('CmdOrCtrl+-');
  expect(shown('clearSelection')).toBe('Escape');
  expect(shown('select')).toBe('Space');
});

test('a sequence stands in the label, and on a Mac a letter too', () => {
  expect(keysInMenu('goValid', 'Go to Valid', false)).toEqual({ label: 'Go to Valid (G V)' });
  expect(keysInMenu('approve', 'Approve', true)).toEqual({ label: 'Approve (A)' });
  expect(keysInMenu('palette', 'Find', true).accelerator).toBe('CmdOrCtrl+K');
});
