import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import styles from './Outbox.module.css';

/**
 * Why decisions wait that nobody holds back, and when they go.
 * @param isSent whether some of them were sent without an answer
 */
export function WhyWaiting({ isSent }: { isSent: boolean }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { time } = useFormat();
  const nowMs = useNow();
  const connection = useAsk('desk:state', undefined).data?.connection;
  const signIn = useAsk('app:info', undefined).data?.signIn;
  if (!connection) return null;
  if (connection.state === 'online') {
    return <p className={styles.intro}>{t('outbox:waiting.online')}</p>;
  }
  const { cause, retryAt } = connection;
  // Without a token a desk calls itself signed out; whether one is still to come, main knows.
  const isConnecting = cause === 'signed_out' && signIn?.state === 'connecting';
  return (
    <p className={styles.intro} data-testid="why-waiting">
      {t(`codes:offline.${isConnecting ? 'starting' : cause}.text`)}{' '}
      {retryAt && Date.parse(retryAt) > nowMs && t('outbox:waiting.retry', { time: time(retryAt) })}{' '}
      {isSent && t('outbox:waiting.sentAgain')}
    </p>
  );
}
