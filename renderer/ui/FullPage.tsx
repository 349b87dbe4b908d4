import type { ReactNode } from 'react';
import styles from './FullPage.module.css';

interface FullPageProps {
  /** The name of the application. */
  name: string;
  /** The id of the heading of what is on the page. */
  headingId: string;
  testId?: string;
  children: ReactNode;
}

/** The window where no desk is to be shown: one thing to read and to do, in the middle. */
export function FullPage({ name, headingId, testId, children }: FullPageProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.name}>{name}</h1>
      <section className={styles.card} aria-labelledby={headingId} data-testid={testId}>
        {children}
      </section>
    </div>
  );
}
