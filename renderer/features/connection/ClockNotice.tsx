import { useTranslation } from 'react-i18next';
import { NoticeLine } from '../../ui/NoticeLine.tsx';
import { formatSpan } from './span.ts';

/** A line under the band for a clock that is wrong: what is said of deadlines is wrong with it. */
export function ClockNotice({ aheadMs }: { aheadMs: number }) {
  const { t, i18n } = useTranslation(['connection']);
  const span = formatSpan(aheadMs, i18n.language);
  return (
    <NoticeLine tone="warning">
      {aheadMs > 0 ? t('connection:clockAhead', { span }) : t('connection:clockBehind', { span })}
    </NoticeLine>
  );
}
