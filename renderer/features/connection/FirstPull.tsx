import { useTranslation } from 'react-i18next';
import styles from './ConnectionStatus.module.css';

/** How far the first pull is: the queues fill while it runs. */
export function FirstPull({ done, remaining }: { done: number; remaining: number }) {
  const { t } = useTranslation(['connection']);
  const total = done + remaining;
  const words = t('connection:firstPull', { done, total });
  return (
    <span className={styles.pull}>
      <progress className={styles.progress} value={done} max={total} aria-label={words} />
      {words}
    </span>
  );
}
