import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import { type Appearance, appearanceAfter } from '../../shared/desk/appearance.ts';
import {
  type Command,
  type CommandsOf,
  commandsOf,
  isCommand,
} from '../../shared/desk/commands.ts';
import { keysInMenu } from './menuKeys.ts';

/** What the entries of our own do. */
interface MenuActions {
  /** Asks before it quits, unlike the role of that name. */
  quit: () => void;
  /** Has the window run a command. */
  run: (command: Command) => void;
}

type Entries = MenuItemConstructorOptions[];

/** The native menu in the language of the interface: the commands of the window, with their keys. */
export function applicationMenu(
  t: TFunction<['desktop', 'commands']>,
  appearance: Appearance,
  { quit, run }: MenuActions,
): Menu {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const entry = (command: Command): MenuItemConstructorOptions => ({
    id: command,
    ...keysInMenu(command, t(`commands:name.${command}`), process.platform === 'darwin'),
    enabled: false,
    click: () => run(command),
  });
  const entries = (...commands: Command[]): Entries => commands.map(entry);
  const choices = (...commands: CommandsOf<'appearance'>[]): Entries =>
    commands.map((command) => ({
      ...entry(command),
      type: 'radio',
      checked: isChosen(command, appearance),
    }));
  return Menu.buildFromTemplate([
    {
      label: t('desktop:menu.application'),
      submenu: [
        ...entries('sync', 'goPreferences', 'signOut'),
        separator,
        { label: t('desktop:menu.quit'), accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
    },
    {
      label: t('desktop:menu.file'),
      submenu: entries('exportView', 'exportLog', 'print'),
    },
    {
      label: t('desktop:menu.edit'),
      submenu: [
        { role: 'undo', label: t('desktop:menu.undo') },
        { role: 'redo', label: t('desktop:menu.redo') },
        separator,
        { role: 'cut', label: t('desktop:menu.cut') },
        { role: 'copy', label: t('desktop:menu.copy') },
        { role: 'paste', label: t('desktop:menu.paste') },
        // Without the role's key: in the queue, Ctrl+A selects all that match.
        { role: 'selectAll', label: t('desktop:menu.selectAll'), registerAccelerator: false },
        separator,
        ...entries(...commandsOf('finding')),
      ],
    },
    {
      label: t('desktop:menu.role'),
      submenu: [
        ...entries(...commandsOf('deciding')),
        separator,
        ...entries(...commandsOf('claiming'), ...commandsOf('passing')),
        separator,
        ...entries(...commandsOf('outbox')),
        separator,
        ...entries('next', 'previous', 'nextUndecided'),
        separator,
        ...entries('select', ...commandsOf('selection')),
      ],
    },
    { label: t('desktop:menu.go'), submenu: entries(...commandsOf('places')) },
    {
      label: t('desktop:menu.view'),
      submenu: [
        ...entries('palette'),
        separator,
        ...choices('systemTheme', 'lightTheme', 'darkTheme'),
        separator,
        ...choices('comfortableRows', 'compactRows'),
        separator,
        ...entries('largerText', 'smallerText', 'usualText'),
        separator,
        { role: 'togglefullscreen', label: t('desktop:menu.fullScreen') },
      ],
    },
    { label: t('desktop:menu.help'), submenu: entries('help', 'about') },
  ]);
}

/** Lets the menu offer those commands that hold in the window now. */
export function offerInMenu(commands: readonly Command[]): void {
  const holding = new Set<string>(commands);
  const offer = ({ items }: Menu): void => {
    for (const item of items) {
      if (item.submenu) offer(item.submenu);
      else if (isCommand(item.id)) item.enabled = holding.has(item.id);
    }
  };
  const menu = Menu.getApplicationMenu();
  if (menu) offer(menu);
}

/** Whether a command would change nothing: what it chooses is chosen. */
function isChosen(command: CommandsOf<'appearance'>, appearance: Appearance): boolean {
  const { theme, density } = appearanceAfter(command, appearance);
  return theme === appearance.theme && density === appearance.density;
}
