import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components';
import styles from './Checkbox.module.css';

/** A box to tick; without a visible label give it an `aria-label`. */
export function Checkbox({
  children,
  ...rest
}: Omit<AriaCheckboxProps, 'className' | 'children'> & { children?: React.ReactNode }) {
  return (
    <AriaCheckbox {...rest} className={styles.checkbox ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              {isIndeterminate && <path d="M4 8h8" />}
              {isSelected && !isIndeterminate && <path d="M3.5 8.5l3 3 6-7" />}
            </svg>
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
