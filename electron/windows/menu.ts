import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';
import type { MenuCommand } from '../../shared/desk/topics.ts';

/** What the entries of our own do. */
interface MenuActions {
  /** Asks before it quits, unlike the role of that name. */
  quit: () => void;
  /** None where there is nobody to sign out. */
  signOut: (() => void) | undefined;
  /** Has the window do something; none where there is no desk in it. */
  command: ((command: MenuCommand) => void) | undefined;
}

/** The native menu in the language of the interface. */
export function applicationMenu(
  t: TFunction<['desktop']>,
  { quit, signOut, command }: MenuActions,
): Menu {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return Menu.buildFromTemplate([
    {
      label: t('desktop:menu.application'),
      submenu: [
        ...(signOut ? [{ label: t('desktop:menu.signOut'), click: signOut }, separator] : []),
        { label: t('desktop:menu.quit'), accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
    },
    ...(command ? [fileMenu(t, command)] : []),
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
      ],
    },
    {
      label: t('desktop:menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('desktop:menu.zoomIn') },
        { role: 'zoomOut', label: t('desktop:menu.zoomOut') },
        { role: 'resetZoom', label: t('desktop:menu.zoomReset') },
        separator,
        { role: 'togglefullscreen', label: t('desktop:menu.fullScreen') },
      ],
    },
  ]);
}

function fileMenu(
  t: TFunction<['desktop']>,
  command: (command: MenuCommand) => void,
): MenuItemConstructorOptions {
  return {
    label: t('desktop:menu.file'),
    submenu: [
      {
        label: t('desktop:menu.exportView'),
        accelerator: 'CmdOrCtrl+E',
        click: () => command('export_view'),
      },
      { label: t('desktop:menu.exportLog'), click: () => command('export_log') },
      { type: 'separator' },
      {
        label: t('desktop:menu.print'),
        accelerator: 'CmdOrCtrl+P',
        click: () => command('print'),
      },
    ],
  };
}
