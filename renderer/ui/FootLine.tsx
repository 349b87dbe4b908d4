import type { ComponentProps } from 'react';
import styles from './FootLine.module.css';

/** Something that the foot of the window tells, with what can be done about it. */
export function FootLine(props: Omit<ComponentProps<'div'>, 'className'>) {
  return <div {...props} className={styles.line} />;
}

/** The words of such a line: they are cut where the foot is too narrow. */
export function FootWords(props: Omit<ComponentProps<'span'>, 'className'>) {
  return <span {...props} className={styles.words} />;
}
