import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Outbox.module.css';

/** A decision that met a newer one, both in a line; the choice opens on the button. */
export function Conflict({ entry, onOpen }: { entry: OutboxEntry; onOpen: () => void }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const now = useNow();
  const { current } = entry;
  return (
    <article className={styles.case} data-testid="conflict">
      <h2>{entry.personName}</h2>
      <p className={styles.body}>{entry.bodyName}</p>
      <p>
        {t('outbox:conflicts.yours', {
          done: t(`codes:done.${entry.action}`),
          time: moment(entry.decidedAt, now),
        })}
      </p>
      <p>
        {current
          ? t('outbox:conflicts.theirs', {
              done: t(`codes:done.${current.action}`),
              name: current.by.name,
              time: moment(current.decidedAt, now),
            })
          : t('outbox:conflict.changedOnly')}
      </p>
      <div className={styles.actions}>
        <Button onPress={onOpen}>{t('outbox:choose')}</Button>
      </div>
    </article>
  );
}
