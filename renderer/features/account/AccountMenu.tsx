import { MenuItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fullName, type Person } from '../../../shared/domain/person.ts';
import { useTell } from '../../desk/useDesk.ts';
import { BandMenu } from '../../ui/BandMenu.tsx';

/** The person who works here, and the way out. */
export function AccountMenu({ person }: { person: Person | undefined }) {
  const { t } = useTranslation(['account']);
  const { mutate: signOut } = useTell('app:signOut');
  const name = person && fullName(person);
  const label = name ? t('account:menu', { name }) : t('account:nameless');
  return (
    <BandMenu name={name ?? label} label={label} aria-label={label} testId="account">
      <MenuItem onAction={() => signOut(undefined)} data-testid="sign-out">
        {t('account:signOut')}
      </MenuItem>
    </BandMenu>
  );
}
