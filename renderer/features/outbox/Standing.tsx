import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';

/** How the role of a decision stands now, and what can still be done about it. */
export function Standing({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { currentStatus, canDecideAnew } = entry;
  if (!currentStatus) return t('outbox:standing.gone');
  const status = t('outbox:standing.status', { status: t(`codes:status.${currentStatus}`) });
  const way = canDecideAnew ? t('outbox:standing.anew') : t('outbox:standing.notAnew');
  return `${status} ${way}`;
}
