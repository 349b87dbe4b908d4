import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';
import { formatSpan } from './span.ts';
import styles from './Trouble.module.css';

/** A line under the band for a clock that is wrong: what is said of deadlines is wrong with it. */
export function ClockNotice({ aheadMs }: { aheadMs: number }) {
  const { t, i18n } = useTranslation(['connection']);
  const span = formatSpan(aheadMs, i18n.language);
  return (
    <div className={styles.trouble}>
      <Notice tone="warning" announced>
        {aheadMs > 0 ? t('connection:clockAhead', { span }) : t('connection:clockBehind', { span })}
      </Notice>
    </div>
  );
}
