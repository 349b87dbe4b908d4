import { useTranslation } from 'react-i18next';
import type { OfflineCause } from '../../../shared/desk/state.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { NoticeLine } from '../../ui/NoticeLine.tsx';
import { ClockNotice } from './ClockNotice.tsx';

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
        <NoticeLine tone="danger">{t(`codes:offline.${connection.cause}.text`)}</NoticeLine>
      )}
      {clockAheadMs !== undefined && <ClockNotice aheadMs={clockAheadMs} />}
    </>
  );
}
