import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fullName, type Person } from '../../../shared/domain/person.ts';
import { useTell } from '../../desk/useDesk.ts';
import styles from './AccountMenu.module.css';

/** The person who works here, and the way out. */
export function AccountMenu({ person }: { person: Person | undefined }) {
  const { t } = useTranslation(['account']);
  const { mutate: signOut } = useTell('app:signOut');
  const name = person && fullName(person);
  const label = name ? t('account:menu', { name }) : t('account:nameless');
  return (
    <MenuTrigger>
      <Button className={styles.open ?? ''} aria-label={label} data-testid="account">
        {name ?? label}
      </Button>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu className={styles.menu ?? ''} aria-label={label}>
          <MenuItem
            className={styles.item ?? ''}
            onAction={() => signOut(undefined)}
            data-testid="sign-out"
          >
            {t('account:signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
