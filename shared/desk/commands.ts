/** Who runs a command: the part of the window that is on the screen then, and runs all of its group. */
export type CommandGroup =
  | 'deciding'
  | 'claiming'
  | 'passing'
  | 'outbox'
  | 'rows'
  | 'selection'
  | 'finding'
  | 'export'
  | 'log'
  | 'places'
  | 'account'
  | 'appearance'
  | 'window';

interface Keys {
  group: CommandGroup;
  /**
   * Keys that run it, as they are written: `j`, `Shift+j`, `Mod+k` (Ctrl, or Command on a Mac), one after the other
   * `g r`. They hold wherever the command does, but for text fields, dialogs and open menus.
   */
  keys: readonly string[];
  /** More keys, which hold only while the rows have the focus: elsewhere they belong to what has it. */
  rowKeys?: readonly string[];
  /** Holding the key down runs it again and again. */
  repeats?: true;
  /** Its keys hold in text fields and dialogs too. */
  everywhere?: true;
}

/**
 * Every command of the window, once. Keys, what stands on buttons, the native menu, the help and the palette derive from
 * this map; its texts are `commands:name`, and who runs a group has to run all of it.
 */
const map = {
  approve: { group: 'deciding', keys: ['a'] },
  reject: { group: 'deciding', keys: ['r'] },
  suspend: { group: 'deciding', keys: ['s'] },
  // The tick that makes a role valid again.
  reactivate: { group: 'deciding', keys: ['v'] },
  claim: { group: 'claiming', keys: ['c'] },
  passOn: { group: 'passing', keys: ['p'] },
  undo: { group: 'outbox', keys: ['u'] },

  next: { group: 'rows', keys: ['j'], rowKeys: ['ArrowDown'], repeats: true },
  previous: { group: 'rows', keys: ['k'], rowKeys: ['ArrowUp'], repeats: true },
  nextUndecided: { group: 'rows', keys: ['e'], repeats: true },
  nextPage: { group: 'rows', keys: [], rowKeys: ['PageDown'], repeats: true },
  previousPage: { group: 'rows', keys: [], rowKeys: ['PageUp'], repeats: true },
  first: { group: 'rows', keys: [], rowKeys: ['Home'] },
  last: { group: 'rows', keys: [], rowKeys: ['End'] },
  select: { group: 'rows', keys: [], rowKeys: ['Space'] },
  extendToNext: {
    group: 'rows',
    keys: ['Shift+j'],
    rowKeys: ['Shift+ArrowDown'],
    repeats: true,
  },
  extendToPrevious: {
    group: 'rows',
    keys: ['Shift+k'],
    rowKeys: ['Shift+ArrowUp'],
    repeats: true,
  },
  extendByPage: { group: 'rows', keys: [], rowKeys: ['Shift+PageDown'], repeats: true },
  extendBackByPage: { group: 'rows', keys: [], rowKeys: ['Shift+PageUp'], repeats: true },
  extendToFirst: { group: 'rows', keys: [], rowKeys: ['Shift+Home'] },
  extendToLast: { group: 'rows', keys: [], rowKeys: ['Shift+End'] },

  selectAll: { group: 'selection', keys: [], rowKeys: ['Mod+a'] },
  clearSelection: { group: 'selection', keys: ['Escape'] },
  search: { group: 'finding', keys: ['/'] },
  clearFilter: { group: 'finding', keys: ['x'] },

  exportView: { group: 'export', keys: ['Mod+e'] },
  print: { group: 'export', keys: ['Mod+p'] },
  exportLog: { group: 'log', keys: [] },

  goOverview: { group: 'places', keys: ['g i'] },
  goRequested: { group: 'places', keys: ['g r'] },
  goSuspended: { group: 'places', keys: ['g s'] },
  goValid: { group: 'places', keys: ['g v'] },
  goDecided: { group: 'places', keys: ['g d'] },
  goOverdue: { group: 'places', keys: ['g l'] },
  goDueToday: { group: 'places', keys: ['g t'] },
  goOutbox: { group: 'places', keys: ['g o'] },
  goConflicts: { group: 'places', keys: ['g c'] },
  goPreferences: { group: 'places', keys: ['g p'] },

  sync: { group: 'account', keys: [] },
  signOut: { group: 'account', keys: [] },

  systemTheme: { group: 'appearance', keys: [] },
  lightTheme: { group: 'appearance', keys: [] },
  darkTheme: { group: 'appearance', keys: [] },
  comfortableRows: { group: 'appearance', keys: [] },
  compactRows: { group: 'appearance', keys: [] },
  largerText: { group: 'appearance', keys: ['Mod++', 'Mod+='], everywhere: true },
  smallerText: { group: 'appearance', keys: ['Mod+-'], everywhere: true },
  usualText: { group: 'appearance', keys: ['Mod+0'], everywhere: true },

  palette: { group: 'window', keys: ['Mod+k'] },
  help: { group: 'window', keys: ['?'] },
  about: { group: 'window', keys: [] },
} as const satisfies Record<string, Keys>;

export type Command = keyof typeof map;

/** The commands of a group. */
export type CommandsOf<G extends CommandGroup> = {
  [C in Command]: (typeof map)[C]['group'] extends G ? C : never;
}[Command];

/** The map, by command. */
export const commands: Readonly<Record<Command, Keys>> = map;

/** Whether a text names a command. */
export function isCommand(id: unknown): id is Command {
  return typeof id === 'string' && Object.hasOwn(map, id);
}

/** Every command, in the order of the map. */
export const allCommands: readonly Command[] = Object.keys(map).filter(isCommand);

/** The commands of a group, in the order of the map. */
export function commandsOf(group: CommandGroup): Command[] {
  return allCommands.filter((command) => commands[command].group === group);
}

/** The key of a command that is shown first, as it is written in the map. */
export function firstKey(command: Command): string | undefined {
  const { keys, rowKeys = [] } = commands[command];
  return [...keys, ...rowKeys][0];
}
