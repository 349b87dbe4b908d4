import { useTranslation } from 'react-i18next';
import type { DeskState } from '../../../shared/desk/state.ts';
import styles from './ConnectionStatus.module.css';

/** How far a pull from the start is: the queues fill while it runs, or stay as they were where it is not the first. */
export function FirstPull({ done, remaining, isAnew }: NonNullable<DeskState['firstPull']>) {
  const { t } = useTranslation(['connection']);
  const total = done + remaining;
  const words = isAnew
    ? t('connection:pullAnew', { done, total })
    : t('connection:firstPull', { done, total });
  return (
    <span className={styles.pull}>
      <progress className={styles.progress} value={done} max={total} aria-label={words} />
      <span className={styles.words}>{words}</span>
    </span>
  );
}
