import type { ReactNode } from 'react';
import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import styles from './BandMenu.module.css';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface ButtonMenuProps {
  label: string;
  /** `MenuItem`s. */
  children: ReactNode;
  testId?: string;
}

/** A quiet button that opens a menu of things to do. */
export function ButtonMenu({ label, children, testId }: ButtonMenuProps) {
  return (
    <MenuTrigger>
      <Button variant="quiet" data-testid={testId}>
        {label}
        <Icon name="down" />
      </Button>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu aria-label={label} className={styles.menu ?? ''}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
