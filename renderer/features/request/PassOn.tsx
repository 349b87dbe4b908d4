import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { Button } from '../../ui/Button.tsx';
import { keyOn } from '../../ui/keys.ts';
import { PassOnDialog } from './PassOnDialog.tsx';

/** The button that passes a request on to another authority (rule 10). */
export function PassOn({ role }: Pick<RoleDetail, 'role'>) {
  const { t } = useTranslation(['request']);
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useCommands('passing', { passOn: open });
  return (
    <>
      <Button
        keys={keyOn('passOn')}
        aria-label={t('request:passOn.name')}
        onPress={open}
        data-testid="pass-on"
      >
        {t('request:passOn.visible')}
      </Button>
      {isOpen && <PassOnDialog role={role} onClose={() => setOpen(false)} />}
    </>
  );
}
