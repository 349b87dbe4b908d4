import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import styles from './Outbox.module.css';

/** Where a decision moves its role to, where it does. */
export function Target({ entry }: { entry: Pick<OutboxEntry, 'action' | 'targetName'> }) {
  const { t } = useTranslation(['outbox']);
  const { action, targetName: name } = entry;
  if (!name) return null;
  return (
    <span className={styles.body}>
      {action === 'reassign' ? t('outbox:target.to', { name }) : t('outbox:target.into', { name })}
    </span>
  );
}
