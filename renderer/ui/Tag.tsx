import type { ReactNode } from 'react';
import styles from './Tag.module.css';

/** How serious something is; the word in it says it too, never the colour alone. */
export type Tone = 'neutral' | 'info' | 'warning' | 'danger';

/** A word or two that catch the eye in a row. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
