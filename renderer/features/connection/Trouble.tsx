import { useTranslation } from 'react-i18next';
import type { OfflineCause } from '../../../shared/desk/state.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import styles from './Trouble.module.css';

const needsSomebody: ReadonlySet<OfflineCause> = new Set<OfflineCause>([
  'answer_invalid',
  'wrong_environment',
  'registry_older',
  'registry_newer',
  'intercepted',
  'person_unknown',
]);

/** Lines under the band for what neither waiting nor signing in mends; a mere lack of network stays at the foot. */
export function Trouble() {
  const { t } = useTranslation(['codes']);
  const { connection, clockAheadMs } = useAsk('desk:state', undefined).data ?? {};
  return (
    <>
      {connection?.state === 'offline' && needsSomebody.has(connection.cause) && (
        <div className={styles.trouble}>
          <Notice tone="danger" announced>
            {t(`codes:offline.${connection.cause}.text`)}
          </Notice>
        </div>
      )}
      {clockAheadMs !== undefined && <ClockNotice aheadMs={clockAheadMs} />}
    </>
  );
}
