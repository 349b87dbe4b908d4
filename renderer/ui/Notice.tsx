import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';
import type { Tone } from './Tag.tsx';

export interface NoticeProps {
  tone: Tone;
  /** What it is about, in a few words; the text follows on the same line. */
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears while something else has the focus. */
  announced?: boolean;
}

/** Something a person should know before going on. */
export function Notice({ tone, title, children, announced = false }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={announced ? 'alert' : undefined}>
      <Icon name={tone === 'warning' || tone === 'danger' ? 'warning' : 'information'} />
      <div className={styles.text}>
        {title && <strong>{title}</strong>} {children}
      </div>
    </div>
  );
}
