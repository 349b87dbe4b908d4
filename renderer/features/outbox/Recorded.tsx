import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedEntry } from '../../../shared/desk/outbox.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Outbox.module.css';
import { Target } from './Target.tsx';

const shownAtFirst = 5;

/** The decisions of this desk that the registry recorded last, with both clocks. */
export function Recorded({ entries }: { entries: RecordedEntry[] }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment, number } = useFormat();
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  if (entries.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="outbox-recorded">
      <h2 id="outbox-recorded">{t('outbox:recorded.title')}</h2>
      <ul className={styles.batch}>
        {entries.slice(0, isWhole ? entries.length : shownAtFirst).map((entry) => (
          <li key={entry.id} className={styles.entry} data-testid="outbox-recorded">
            <span className={styles.person}>{entry.personName}</span>
            <span className={styles.body}>
              {entry.bodyName} <Target entry={entry} />
            </span>
            <span className={`${styles.where} ${styles.end}`}>
              {t('outbox:recorded.clocks', {
                done: t(`codes:done.${entry.action}`),
                decidedAt: moment(entry.decidedAt, now),
                recordedAt: moment(entry.recordedAt, now),
              })}
            </span>
          </li>
        ))}
        {entries.length > shownAtFirst && (
          <li className={styles.more}>
            <Button variant="link" onPress={() => setWhole(!isWhole)}>
              {isWhole
                ? t('outbox:showFewer')
                : t('outbox:recorded.showMore', { number: number(entries.length) })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
