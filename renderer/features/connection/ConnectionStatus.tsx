import { useTranslation } from 'react-i18next';
import type { Connection, DeskState } from '../../../shared/desk/state.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Button } from '../../ui/Button.tsx';
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
      </div>
      {state?.firstPull ? <FirstPull {...state.firstPull} /> : <LastSync at={state?.lastSyncAt} />}
      {connection.state === 'offline' && <Cause cause={connection.cause} />}
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

function LastSync({ at }: { at: DeskState['lastSyncAt'] }) {
  const { t } = useTranslation(['connection']);
  const { moment } = useFormat();
  const now = useNow();
  return (
    at && <span className={styles.sync}>{t('connection:lastSync', { time: moment(at, now) })}</span>
  );
}

function Cause({ cause }: Pick<Extract<Connection, { state: 'offline' }>, 'cause'>) {
  const { t } = useTranslation(['connection', 'codes', 'account']);
  const { mutate } = useTell('desk:sync');
  const signIn = useAsk('app:info', undefined).data?.signIn;
  // Without a token a desk calls itself signed out; whether one is still to come, main knows.
  const connecting = cause === 'signed_out' && signIn?.state === 'connecting' ? signIn : undefined;
  const shown = connecting && !connecting.problem ? 'starting' : cause;
  const problem = connecting?.problem;
  return (
    <>
      <span
        className={styles.cause}
        title={problem ? t(`account:problem.${problem}`) : t(`codes:offline.${shown}.text`)}
      >
        {problem ? t('connection:signInWaits') : t(`codes:offline.${shown}.short`)}
      </span>
      {shown !== 'starting' && shown !== 'signed_out' && (
        <Button variant="link" onPress={() => mutate(undefined)}>
          {t('connection:tryNow')}
        </Button>
      )}
    </>
  );
}
