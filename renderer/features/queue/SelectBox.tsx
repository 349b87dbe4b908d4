import styles from './SelectBox.module.css';

/**
 * The box that selects a row: a bare element, as there are dozens and they come and go while scrolling. The focus
 * stays with the grid, which listens to clicks and to the space bar.
 */
export function SelectBox({ name, isSelected }: { name: string; isSelected: boolean }) {
  return (
    <span className={styles.target} data-box>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={name}
        checked={isSelected}
        readOnly
        tabIndex={-1}
      />
    </span>
  );
}
