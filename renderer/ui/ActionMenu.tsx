import { Menu, type MenuProps, MenuTrigger, Popover } from 'react-aria-components';
import styles from './BandMenu.module.css';
import { Button } from './Button.tsx';

interface ActionMenuProps<T> extends MenuProps<T> {
  label: string;
  testId?: string;
}

/** A menu of further actions beside the buttons of the usual ones; its items are `MenuItem`s. */
export function ActionMenu<T extends object>({ label, testId, ...menu }: ActionMenuProps<T>) {
  return (
    <MenuTrigger>
      <Button data-testid={testId}>{label}</Button>
      <Popover placement="top end" className={styles.popover ?? ''}>
        <Menu {...menu} className={styles.menu ?? ''} />
      </Popover>
    </MenuTrigger>
  );
}
