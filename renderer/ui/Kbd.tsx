import styles from './Kbd.module.css';

/**
 * A key as it is printed on what it presses. The style sheet writes it: it is no part of the text, so the visible
 * label of a button stays the same as its name; `aria-keyshortcuts` of the owner tells the key to others.
 */
export function Kbd({ keys }: { keys: string }) {
  return <span className={styles.key} data-keys={keys} aria-hidden="true" />;
}
