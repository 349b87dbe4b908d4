import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import styles from './CheckedOption.module.css';
import { Icon } from './Icon.tsx';

interface CheckedOptionProps {
  id: string;
  /** What it is found by, and what is read out. */
  textValue: string;
  children: ReactNode;
}

/** A line of a list to choose from, with a tick where it is chosen. */
export function CheckedOption({ children, ...item }: CheckedOptionProps) {
  return (
    <ListBoxItem {...item} className={styles.option ?? ''}>
      <Icon name="check" />
      {children}
    </ListBoxItem>
  );
}
