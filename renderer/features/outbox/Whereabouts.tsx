import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Countdown } from './Countdown.tsx';
import styles from './Outbox.module.css';

/** Where a decision is on its way to the registry, and since when. */
export function Whereabouts({ entry }: { entry: OutboxEntry }) {
  return (
    <span className={styles.where} data-testid="outbox-state" data-state={entry.state}>
      <Words entry={entry} />
    </span>
  );
}

function Words({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { moment } = useFormat();
  const since = moment(entry.since, useNow());
  switch (entry.state) {
    case 'held':
      return <Countdown entry={entry} />;
    case 'waiting':
      return t('outbox:state.waiting', { since });
    case 'sent':
      return t('outbox:state.sent', { since });
    case 'conflict':
    case 'refused':
      return t(`codes:unsent.${entry.state}`);
  }
}
