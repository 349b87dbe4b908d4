import type { MenuItemConstructorOptions } from 'electron';
import { type Command, firstKey } from '../../shared/desk/commands.ts';

/** The names of keys in Electron, where they are not those of the map of commands. */
const names: Readonly<Record<string, string>> = {
  'Mod++': 'CmdOrCtrl+Plus',
  ArrowDown: 'Down',
  ArrowUp: 'Up',
};

type Shown = Pick<MenuItemConstructorOptions, 'label' | 'accelerator' | 'registerAccelerator'>;

/**
 * How an entry shows the key of its command. The window hears all keys itself, so that letters can be typed; the menu
 * only shows them. What no accelerator can say stands in the label: a sequence of keys, and on a Mac, where every
 * accelerator is in force, a key alone.
 */
export function keysInMenu(command: Command, name: string, isMac: boolean): Shown {
  const keys = firstKey(command);
  if (keys === undefined) return { label: name };
  if (keys.includes(' ') || (isMac && !keys.startsWith('Mod+')))
    return { label: `${name} (${keys.toUpperCase()})` };
  const accelerator = names[keys] ?? keys.replace('Mod+', 'CmdOrCtrl+');
  return {
    label: name,
    accelerator: accelerator.replace(/[a-z]$/, (letter) =>
      accelerator.length === 1 || accelerator.at(-2) === '+' ? letter.toUpperCase() : letter,
    ),
    registerAccelerator: false,
  };
}
