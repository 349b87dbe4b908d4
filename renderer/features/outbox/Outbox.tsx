import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { batchesOf } from './batches.ts';
import styles from './Outbox.module.css';

/** The decisions of this desk that the registry has not recorded, as they were made together, each batch to be taken back. */
export function Outbox() {
  const { t } = useTranslation(['outbox', 'codes']);
  const { data } = useAsk('outbox:list', undefined);
  const undo = useTell('outbox:undo');
  if (!data) return null;
  const batches = batchesOf(data.entries);
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('outbox:title')}</h1>
      <p className={styles.intro}>{t('outbox:intro')}</p>
      {undo.data && undo.data.tooLate > 0 && (
        <Notice tone="warning" announced>
          {t('outbox:tooLate', { count: undo.data.tooLate })}
        </Notice>
      )}
      {undo.error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${undo.error.code}`)}
        </Notice>
      )}
      {batches.length === 0 && (
        <EmptyState title={t('outbox:empty.title')}>{t('outbox:empty.text')}</EmptyState>
      )}
      {batches.map((batch) => (
        <Batch
          key={batch.id}
          entries={batch.entries}
          onUndo={() => undo.mutate({ batchId: batch.id })}
        />
      ))}
    </div>
  );
}

function Batch({ entries, onUndo }: { entries: OutboxEntry[]; onUndo: () => void }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const words = useWords();
  const now = useNow();
  const [first] = entries;
  if (!first) return null;
  const done = t(`codes:done.${first.action}`);
  const canUndo = entries.some(({ state }) => state === 'held' || state === 'waiting');
  return (
    <article className={styles.batch}>
      <div className={styles.head}>
        <h2>
          {entries.length === 1 ? done : t('outbox:last.batch', { done, count: entries.length })}
        </h2>
        <span className={styles.since}>
          {t('outbox:decidedAt', { time: moment(first.decidedAt, now) })}
        </span>
        {first.reason && <span className={styles.since}>{words.reason(first.reason)}</span>}
        {canUndo && (
          <Button variant="link" onPress={onUndo}>
            {t('outbox:undo')}
          </Button>
        )}
      </div>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry} data-testid="outbox-entry">
            <span className={styles.person}>{entry.personName}</span>
            <span className={styles.body}>{entry.bodyName}</span>
            <Tag>{t(`codes:unsent.${entry.state}`)}</Tag>
          </li>
        ))}
      </ul>
    </article>
  );
}
