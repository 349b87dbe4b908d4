import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says in words that there is nothing, why, and what to do where something can be done. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
    </div>
  );
}
