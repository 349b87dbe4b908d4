import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** What is known, label by value. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

interface FactProps {
  label: string;
  children: ReactNode;
  /** What can be done with it, seen where the pointer or the focus is. */
  action?: ReactNode;
}

/** One fact; absent where there is nothing to say. */
export function Fact({ label, children, action }: FactProps) {
  if (children === undefined || children === null || children === '') return null;
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {children}
        {action && <span className={styles.action}>{action}</span>}
      </dd>
    </div>
  );
}
