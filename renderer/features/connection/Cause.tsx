import { type ReactNode, useMemo } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../shared/desk/state.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Cause.module.css';

type Offline = Extract<Connection, { state: 'offline' }>;

/**
 * Why the desk is off line and when it tries again, in a few words that open the whole text; and the button that tries
 * now, but at a registry that wants a pause.
 */
export function Cause({ connection, lastSync }: { connection: Offline; lastSync: ReactNode }) {
  const { t } = useTranslation(['connection', 'codes', 'account']);
  const { mutate } = useTell('desk:sync');
  const signIn = useAsk('app:info', undefined).data?.signIn;
  const { cause } = connection;
  // Without a token a desk calls itself signed out; whether one is still to come, main knows.
  const connecting = cause === 'signed_out' && signIn?.state === 'connecting' ? signIn : undefined;
  const shown = connecting && !connecting.problem ? 'starting' : cause;
  const problem = connecting?.problem;
  const short = problem ? t('connection:signInWaits') : t(`codes:offline.${shown}.short`);
  const isPersonsTurn = shown === 'starting' || shown === 'signed_out';
  const again = useAgain(connection);
  return (
    <>
      <DialogTrigger>
        <span className={styles.cause}>
          <Button variant="link">
            <span className={styles.words}>
              {short} {again}
            </span>
          </Button>
        </span>
        <Popover className={styles.popover ?? ''} placement="top start" aria-label={short}>
          <p>{problem ? t(`account:problem.${problem}`) : t(`codes:offline.${shown}.text`)}</p>
          {again && <p>{again}</p>}
          {lastSync}
        </Popover>
      </DialogTrigger>
      {!isPersonsTurn && shown !== 'busy' && (
        <Button variant="link" onPress={() => mutate(undefined)}>
          {t('connection:tryNow')}
        </Button>
      )}
    </>
  );
}

/** A wait that is shorter than this is over before one has read of it. */
const worthSayingMs = 10_000;

/** When the desk tries again by itself, in words; undefined where that is soon, or of no use. */
function useAgain({ cause, retryAt }: Offline): string | undefined {
  const { t } = useTranslation(['connection']);
  const { moment } = useFormat();
  const now = useNow();
  const isSoon = useMemo(
    () => retryAt === undefined || Date.parse(retryAt) - Date.now() < worthSayingMs,
    [retryAt],
  );
  if (retryAt === undefined || cause === 'signed_out') return undefined;
  const time = moment(retryAt, now);
  if (cause === 'busy') return t('connection:notBefore', { time });
  return isSoon && cause !== 'maintenance' ? undefined : t('connection:retryAt', { time });
}
