import { Button, Menu, type MenuProps, MenuTrigger, Popover } from 'react-aria-components';
import styles from './BandMenu.module.css';

interface BandMenuProps<T> extends MenuProps<T> {
  /** What stands in the band. */
  name: string;
  /** The accessible name of the button. */
  label: string;
  testId?: string;
}

/** A menu that opens from a name in the band at the top; its items are `MenuItem`s. */
export function BandMenu<T extends object>({ name, label, testId, ...menu }: BandMenuProps<T>) {
  return (
    <MenuTrigger>
      <Button className={styles.open ?? ''} aria-label={label} data-testid={testId}>
        {name}
      </Button>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu {...menu} className={styles.menu ?? ''} />
      </Popover>
    </MenuTrigger>
  );
}
