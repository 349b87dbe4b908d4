import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/desk/calls.ts';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { AllEntries } from './AllEntries.tsx';
import { type Batch, canUndo } from './batches.ts';
import { Entry } from './Entry.tsx';
import styles from './Outbox.module.css';
import { Target } from './Target.tsx';
import { Whereabouts } from './Whereabouts.tsx';

const shownAtFirst = 20;

interface BatchCardProps {
  batch: Batch;
  onUndo: (undoing: CallInput<'outbox:undo'>) => void;
}

/** What was decided together and is on its way: to be taken back as a whole or one by one. */
export function BatchCard({ batch: { id, entries }, onUndo }: BatchCardProps) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment, number } = useFormat();
  const words = useWords();
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  const [first] = entries;
  const count = entries.length;
  const done = t(`codes:done.${first.action}`);
  const title = count === 1 ? done : t('outbox:last.batch', { done, count });
  const undo = count === 1 ? t('outbox:undo') : t('outbox:undoAll');
  // Sent and held in batches, they mostly are at the same place: then it is said once.
  const areTogether = entries.every(
    ({ state, since }) => state === first.state && since === first.since,
  );
  const row = (entry: OutboxEntry) => (
    <Entry
      entry={entry}
      saysWhere={!areTogether}
      onUndo={count === 1 ? undefined : (decisionId) => onUndo({ decisionId })}
    />
  );
  return (
    <article className={styles.batch} data-testid="outbox-batch">
      <div className={styles.head}>
        <h3>{title}</h3>
        <span className={styles.since}>
          {t('outbox:decidedAt', { time: moment(first.decidedAt, now) })}
        </span>
        <Target entry={first} />
        {first.reason && <span className={styles.since}>{words.reason(first.reason)}</span>}
        {areTogether && <Whereabouts entry={first} />}
        {entries.some(canUndo) && (
          <Button
            variant="link"
            onPress={() => onUndo({ batchId: id })}
            data-testid="undo-batch"
            aria-label={t('outbox:undoWhat', { undo, what: title })}
          >
            {undo}
          </Button>
        )}
      </div>
      {isWhole ? (
        <AllEntries label={title} entries={entries}>
          {row}
        </AllEntries>
      ) : (
        <ul>
          {entries.slice(0, shownAtFirst).map((entry) => (
            <li key={entry.id} className={styles.entry} data-testid="outbox-entry">
              {row(entry)}
            </li>
          ))}
        </ul>
      )}
      {count > shownAtFirst && (
        <div className={styles.more}>
          <Button variant="link" onPress={() => setWhole(!isWhole)}>
            {isWhole ? t('outbox:showFewer') : t('outbox:showAll', { number: number(count) })}
          </Button>
        </div>
      )}
    </article>
  );
}
