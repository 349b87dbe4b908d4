import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact, Facts } from '../../ui/Facts.tsx';
import styles from './ConflictDialog.module.css';
import { Typed } from './Typed.tsx';

/** The decision of this desk that met a newer one. */
export function Yours({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const words = useWords();
  const now = useNow();
  const { message } = entry;
  return (
    <section className={styles.side} aria-labelledby="conflict-yours" data-testid="yours">
      <h3 id="conflict-yours">{t('outbox:conflict.yours')}</h3>
      <Facts>
        <Fact label={t('outbox:fact.decision')}>{t(`codes:done.${entry.action}`)}</Fact>
        <Fact label={t('outbox:fact.target')}>{entry.targetName}</Fact>
        <Fact label={t('outbox:fact.by')}>{t('outbox:conflict.you')}</Fact>
        <Fact label={t('outbox:fact.decided')}>{moment(entry.decidedAt, now)}</Fact>
        <Fact label={t('outbox:fact.recorded')}>{t('outbox:fact.notRecorded')}</Fact>
        <Fact label={t('outbox:fact.revision')}>
          {t('outbox:conflict.seen', { revision: entry.baseRevision })}
        </Fact>
        <Fact label={t('outbox:fact.reason')}>{entry.reason && words.reason(entry.reason)}</Fact>
        <Fact label={t('outbox:fact.message')}>{message && <Typed text={message} />}</Fact>
      </Facts>
    </section>
  );
}

/** The decision that stands at the registry, or what else changed the role. */
export function Theirs({ entry: { current, currentRevision } }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const words = useWords();
  const now = useNow();
  return (
    <section className={styles.side} aria-labelledby="conflict-theirs" data-testid="theirs">
      <h3 id="conflict-theirs">{t('outbox:conflict.theirs')}</h3>
      {!current && <p className={styles.changed}>{t('outbox:conflict.changedOnly')}</p>}
      <Facts>
        {current && (
          <>
            <Fact label={t('outbox:fact.decision')}>{t(`codes:done.${current.action}`)}</Fact>
            <Fact label={t('outbox:fact.by')}>{current.by.name}</Fact>
            <Fact label={t('outbox:fact.decided')}>{moment(current.decidedAt, now)}</Fact>
            <Fact label={t('outbox:fact.recorded')}>{moment(current.recordedAt, now)}</Fact>
          </>
        )}
        <Fact label={t('outbox:fact.revision')}>{currentRevision}</Fact>
        <Fact label={t('outbox:fact.reason')}>
          {current?.reason && words.reason(current.reason)}
        </Fact>
        <Fact label={t('outbox:fact.message')}>
          {current?.message && <span className={styles.message}>{current.message}</span>}
        </Fact>
      </Facts>
    </section>
  );
}
