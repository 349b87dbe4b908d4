import { useTranslation } from 'react-i18next';
import type { Connection, DeskState } from '../../../shared/desk/state.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Cause } from './Cause.tsx';
import styles from './ConnectionStatus.module.css';
import { FirstPull } from './FirstPull.tsx';

const starting: Connection = { state: 'offline', since: '', cause: 'starting' };

/** How the desk stands to the registry: on line or not since when and why, what waits to be sent, when they last met. */
export function ConnectionStatus() {
  const { t } = useTranslation(['connection']);
  const state = useAsk('desk:state', undefined).data;
  const connection = state?.connection ?? starting;
  const waiting = state?.waiting ?? 0;
  return (
    <>
      <div
        role="status"
        className={styles.status}
        data-testid="connection"
        data-state={connection.state}
        data-waiting={waiting}
      >
        <ConnectionState connection={connection} />
        {waiting > 0 && <span>{t('connection:waiting', { count: waiting })}</span>}
        {state?.awaitedSince && <AwaitedSince at={state.awaitedSince} />}
      </div>
      {state?.firstPull && <FirstPull {...state.firstPull} />}
      {connection.state === 'offline' ? (
        <Cause connection={connection} lastSync={<LastSync at={state?.lastSyncAt} />} />
      ) : (
        !state?.firstPull && !state?.awaitedSince && <LastSync at={state?.lastSyncAt} />
      )}
    </>
  );
}

function ConnectionState({ connection }: { connection: Connection }) {
  const { t } = useTranslation(['connection']);
  const { moment } = useFormat();
  const now = useNow();
  const words = () => {
    if (connection.state === 'online') return t('connection:online');
    if (connection.cause === 'starting') return t('connection:offline');
    return t('connection:offlineSince', { time: moment(connection.since, now) });
  };
  return (
    <span className={styles.state}>
      <span className={styles.mark} aria-hidden="true" />
      {words()}
    </span>
  );
}

function AwaitedSince({ at }: { at: string }) {
  const { t } = useTranslation(['connection']);
  const { moment } = useFormat();
  const now = useNow();
  return <span>{t('connection:awaitedSince', { time: moment(at, now) })}</span>;
}

function LastSync({ at }: { at: DeskState['lastSyncAt'] }) {
  const { t } = useTranslation(['connection']);
  const { moment } = useFormat();
  const now = useNow();
  return (
    at && <span className={styles.sync}>{t('connection:lastSync', { time: moment(at, now) })}</span>
  );
}
