import type { ReactNode } from 'react';
import { Notice, type NoticeProps } from './Notice.tsx';
import styles from './NoticeLine.module.css';

interface NoticeLineProps extends Omit<NoticeProps, 'announced'> {
  /** What can be done about it. */
  actions?: ReactNode;
  testId?: string;
}

/** A line under the band: something that a person should know whatever they are at. It is read out when it appears. */
export function NoticeLine({ actions, testId, ...notice }: NoticeLineProps) {
  return (
    <div className={styles.line} data-testid={testId}>
      <Notice {...notice} announced />
      {actions}
    </div>
  );
}
