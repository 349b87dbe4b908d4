import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './ConflictDialog.module.css';

/** A decision of this desk beside the one that stands, and the choice between them (rule 9). */
export function ConflictDialog({ entry, onClose }: { entry: OutboxEntry; onClose: () => void }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const settle = useTell('outbox:settle');
  const choose = (keep: 'theirs' | 'mine') =>
    settle.mutate({ decisionId: entry.id, keep }, { onSuccess: onClose });
  const status = entry.currentStatus && t(`codes:status.${entry.currentStatus}`);
  return (
    <Dialog
      title={t('outbox:conflict.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('outbox:conflict.later')}
          </Button>
          <Button
            variant={entry.canDecideAnew ? 'secondary' : 'primary'}
            onPress={() => choose('theirs')}
            isDisabled={settle.isPending}
            data-testid="keep-theirs"
          >
            {t('outbox:conflict.keepTheirs')}
          </Button>
          {entry.canDecideAnew && (
            <Button
              variant="primary"
              onPress={() => choose('mine')}
              isDisabled={settle.isPending}
              data-testid="decide-anew"
            >
              {t('outbox:conflict.decideAnew', { action: t(`codes:action.${entry.action}`) })}
            </Button>
          )}
        </>
      }
    >
      <p>
        {t('outbox:conflict.intro', { person: entry.personName, body: entry.bodyName })}{' '}
        {status && t('outbox:conflict.statusNow', { status })}
      </p>
      <div className={styles.sides}>
        <Yours entry={entry} />
        <Theirs entry={entry} />
      </div>
      {!entry.canDecideAnew && <Notice tone="neutral">{t('outbox:conflict.notAnew')}</Notice>}
      {settle.error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${settle.error.code}`)}
        </Notice>
      )}
    </Dialog>
  );
}

function Yours({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const words = useWords();
  const now = useNow();
  return (
    <section className={styles.side} aria-labelledby="conflict-yours" data-testid="yours">
      <h3 id="conflict-yours">{t('outbox:conflict.yours')}</h3>
      <Facts>
        <Fact label={t('outbox:fact.decision')}>{t(`codes:done.${entry.action}`)}</Fact>
        <Fact label={t('outbox:fact.decided')}>{moment(entry.decidedAt, now)}</Fact>
        <Fact label={t('outbox:fact.recorded')}>{t('outbox:fact.notRecorded')}</Fact>
        <Fact label={t('outbox:fact.reason')}>{entry.reason && words.reason(entry.reason)}</Fact>
        <Fact label={t('outbox:fact.message')}>{entry.message}</Fact>
      </Facts>
    </section>
  );
}

function Theirs({ entry: { current } }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const words = useWords();
  const now = useNow();
  return (
    <section className={styles.side} aria-labelledby="conflict-theirs" data-testid="theirs">
      <h3 id="conflict-theirs">{t('outbox:conflict.theirs')}</h3>
      {current ? (
        <Facts>
          <Fact label={t('outbox:fact.decision')}>{t(`codes:done.${current.action}`)}</Fact>
          <Fact label={t('outbox:fact.by')}>{current.by.name}</Fact>
          <Fact label={t('outbox:fact.decided')}>{moment(current.decidedAt, now)}</Fact>
          <Fact label={t('outbox:fact.recorded')}>{moment(current.recordedAt, now)}</Fact>
          <Fact label={t('outbox:fact.reason')}>
            {current.reason && words.reason(current.reason)}
          </Fact>
          <Fact label={t('outbox:fact.message')}>{current.message}</Fact>
        </Facts>
      ) : (
        <p className={styles.changed}>{t('outbox:conflict.changedOnly')}</p>
      )}
    </section>
  );
}
