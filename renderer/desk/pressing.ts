import { allCommands, type Command, commands } from '../../shared/desk/commands.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * A key as the map of commands writes it; undefined for a modifier alone and for what the map has no word for. Where the
 * keyboard writes another alphabet, a letter is the one that stands at its place on a Latin one.
 */
export function writtenKey({
  key,
  code,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Key): string | undefined {
  if (altKey || ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph'].includes(key)) return undefined;
  const latin = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) && /^Key([A-Z])$/.exec(code)?.[1];
  const name = key === ' ' ? 'Space' : (latin || key).replace(/^[A-Z]$/, (it) => it.toLowerCase());
  const mod = ctrlKey || metaKey ? 'Mod+' : '';
  // What shift does to a sign is in the sign already.
  const shift = shiftKey && (name.length > 1 || /^[a-z]$/.test(name)) ? 'Shift+' : '';
  return `${mod}${shift}${name}`;
}

/** What pressing a key does: runs a command, begins a sequence that waits for its next key, or nothing. */
export type Pressed =
  | { kind: 'command'; command: Command }
  | { kind: 'waits'; begun: string }
  | { kind: 'none' };

/**
 * What a key does after the keys that a sequence has begun with. A key that continues no sequence does nothing: it was
 * not meant alone.
 * @param inRows whether the rows have the focus
 */
export function pressed(key: string, begun: string | undefined, inRows: boolean): Pressed {
  const keys = begun === undefined ? key : `${begun} ${key}`;
  const command = allCommands.find((each) => keysOf(each, inRows).includes(keys));
  if (command) return { kind: 'command', command };
  const begins = allCommands.some((each) =>
    commands[each].keys.some((whole) => whole.startsWith(`${keys} `)),
  );
  return begins ? { kind: 'waits', begun: keys } : { kind: 'none' };
}

function keysOf(command: Command, inRows: boolean): readonly string[] {
  const { keys, rowKeys = [] } = commands[command];
  return inRows ? [...keys, ...rowKeys] : keys;
}

/** The commands that a sequence can still lead to, each with the key that is next. */
export function continuations(begun: string): { command: Command; key: string }[] {
  return allCommands.flatMap((command) =>
    commands[command].keys
      .filter((keys) => keys.startsWith(`${begun} `))
      .map((keys) => ({ command, key: keys.slice(begun.length + 1) })),
  );
}
