import { useTranslation } from 'react-i18next';
import type { Figures, Stretch } from '../../../shared/desk/overview.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';

/** Names days and weeks: in full and as they stand on an axis. */
export function useStretchName(unit: Figures['unit']) {
  const { t } = useTranslation(['overview']);
  const { day, date } = useFormat();
  const now = useNow();
  return ({ from }: Stretch) => ({
    key: from,
    name: unit === 'day' ? day(from, now) : t('overview:weekOf', { day: date(from, now) }),
    short: date(from, now),
  });
}
