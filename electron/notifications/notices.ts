import { Notification } from 'electron';
import type { TFunction } from 'i18next';
import type { FromService } from '../../shared/desk/service.ts';

type Notice = Extract<FromService, { kind: 'notice' }>;

/** Shows a notice on the desktop; it names no person, and a click on it opens the role. */
export function showNotice(
  t: TFunction<['desktop']>,
  { notice, count, roleId }: Notice,
  onOpen: (roleId: string) => void,
): void {
  if (!Notification.isSupported()) return;
  const shown = new Notification({
    title: t(`desktop:notice.${notice}.title`),
    body: t(`desktop:notice.${notice}.body`, { count }),
  });
  shown.on('click', () => onOpen(roleId));
  shown.show();
}
