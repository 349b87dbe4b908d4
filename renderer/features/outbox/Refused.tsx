import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Outbox.module.css';
import { Standing } from './Standing.tsx';
import { Typed } from './Typed.tsx';

interface RefusedProps {
  entry: OutboxEntry;
  onOpenRole: (roleId: string) => void;
}

/** A decision that the registry refused: what it was, with all that was typed, why, and what can be done. */
export function Refused({ entry, onOpenRole }: RefusedProps) {
  const { t } = useTranslation(['outbox', 'codes']);
  const words = useWords();
  const { moment } = useFormat();
  const now = useNow();
  const { mutate, isPending, error } = useTell('outbox:settle');
  const { id: decisionId, action, code, reason, message, currentRevision: revision } = entry;
  return (
    <article className={styles.case} data-testid="refused">
      <h2>{entry.personName}</h2>
      <p className={styles.body}>{entry.bodyName}</p>
      <p className={styles.refusal}>
        {t('outbox:refused.what', { action: t(`codes:action.${action}`) })}{' '}
        {code && words.refusal(code)}
      </p>
      <Facts>
        <Fact label={t('outbox:fact.decision')}>{t(`codes:done.${action}`)}</Fact>
        <Fact label={t('outbox:fact.target')}>{entry.targetName}</Fact>
        <Fact label={t('outbox:fact.decided')}>{moment(entry.decidedAt, now)}</Fact>
        <Fact label={t('outbox:fact.refused')}>{moment(entry.since, now)}</Fact>
        <Fact label={t('outbox:fact.reason')}>{reason && words.reason(reason)}</Fact>
        <Fact label={t('outbox:fact.message')}>{message && <Typed text={message} />}</Fact>
      </Facts>
      <p className={styles.standing}>
        <Standing entry={entry} />
      </p>
      {error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${error.code}`)}
        </Notice>
      )}
      <div className={styles.actions}>
        {entry.canDecideAnew && revision !== undefined && (
          <Button
            onPress={() => mutate({ keep: 'mine', decisionId, revision })}
            isDisabled={isPending}
          >
            {t('outbox:conflict.decideAnew', { action: t(`codes:action.${action}`) })}
          </Button>
        )}
        {entry.currentStatus && (
          <Button onPress={() => onOpenRole(entry.roleId)}>{t('outbox:openRole')}</Button>
        )}
        <Button onPress={() => mutate({ keep: 'theirs', decisionId })} isDisabled={isPending}>
          {t('outbox:refused.dismiss')}
        </Button>
      </div>
    </article>
  );
}
