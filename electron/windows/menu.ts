import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { TFunction } from 'i18next';

/** What the entries of our own do. */
interface MenuActions {
  /** Asks before it quits, unlike the role of that name. */
  quit: () => void;
  /** None where there is nobody to sign out. */
  signOut: (() => void) | undefined;
}

/** The native menu in the language of the interface. */
export function applicationMenu(t: TFunction<['desktop']>, { quit, signOut }: MenuActions): Menu {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return Menu.buildFromTemplate([
    {
      label: t('desktop:menu.application'),
      submenu: [
        ...(signOut ? [{ label: t('desktop:menu.signOut'), click: signOut }, separator] : []),
        { label: t('desktop:menu.quit'), accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
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
