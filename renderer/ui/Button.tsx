import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { Kbd } from './Kbd.tsx';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'render'> {
  /** `primary` is the one action that matters, `link` looks like text. */
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet' | 'link';
  /** The key that presses it, as printed on it; the command that the button runs has it (`keyOn`). */
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

/** A button that says what it does; its key stands on it and is no part of its name. */
export function Button({ variant = 'secondary', keys, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={`${styles.button} ${styles[variant]}`}
      render={(props) => <button {...props} aria-keyshortcuts={keys} />}
    >
      {children}
      {keys && <Kbd keys={keys} />}
    </AriaButton>
  );
}
