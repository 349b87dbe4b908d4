import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BatchCard } from './BatchCard.tsx';
import { batchesOf, isUnresolved } from './batches.ts';
import { ForYou } from './ForYou.tsx';
import styles from './Outbox.module.css';
import { Recorded } from './Recorded.tsx';
import { WhyWaiting } from './WhyWaiting.tsx';

/** The way of this desk's decisions to the registry: what waits for the person, what waits to be sent, what is on record. */
export function Outbox({ onShowConflicts }: { onShowConflicts: () => void }) {
  const { t } = useTranslation(['outbox']);
  const { data } = useAsk('outbox:list', undefined);
  if (!data) return null;
  const { entries, recorded } = data;
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('outbox:title')}</h1>
      <ForYou entries={entries.filter(isUnresolved)} onShow={onShowConflicts} />
      {entries.length === 0 && <Trust lastRecordedAt={recorded[0]?.recordedAt} />}
      <Waiting entries={entries} />
      <Recorded entries={recorded} />
    </div>
  );
}

/** Nothing is on the way: all of it has arrived. */
function Trust({ lastRecordedAt }: { lastRecordedAt: string | undefined }) {
  const { t } = useTranslation(['outbox']);
  const { moment } = useFormat();
  const now = useNow();
  const title = t('outbox:empty.title');
  if (!lastRecordedAt)
    return (
      <div className={styles.nothing}>
        <EmptyState title={title}>{t('outbox:empty.none')}</EmptyState>
      </div>
    );
  return (
    <section className={styles.group} aria-labelledby="outbox-trust">
      <h2 id="outbox-trust">{title}</h2>
      <p className={styles.intro}>
        {t('outbox:empty.last', { time: moment(lastRecordedAt, now) })}
      </p>
    </section>
  );
}

function Waiting({ entries }: { entries: OutboxEntry[] }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { mutate, data, error } = useTell('outbox:undo');
  const said = useRef<HTMLParagraphElement>(null);
  const batches = batchesOf(entries);
  const count = batches.reduce((sum, batch) => sum + batch.entries.length, 0);
  // What was pressed is gone with what it undid: the focus goes to the words that say so.
  useEffect(() => {
    if (data) said.current?.focus();
  }, [data]);
  return (
    <section className={styles.group} aria-labelledby="outbox-waiting">
      {count > 0 && (
        <>
          <h2 id="outbox-waiting">{t('outbox:waiting.title', { count })}</h2>
          <WhyWaiting isSent={entries.some(({ state }) => state === 'sent')} />
        </>
      )}
      <p ref={said} tabIndex={-1} role="status" className={styles.said} data-testid="undone">
        {data && t('outbox:undone', { count: data.undone })}
        {data && data.tooLate > 0 && ` ${t('outbox:tooLate', { count: data.tooLate })}`}
      </p>
      {error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${error.code}`)}
        </Notice>
      )}
      {batches.map((batch) => (
        <BatchCard key={batch.id} batch={batch} onUndo={mutate} />
      ))}
    </section>
  );
}
