import { MenuItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { useAct } from '../../desk/useAct.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { PassOn } from './PassOn.tsx';
import styles from './Request.module.css';

interface MoreActionsProps {
  detail: RoleDetail;
  /** Asks for the reason of revoking administration. */
  onRevoke: () => void;
}

/** What can be done about a role beside the decisions that queues are made of. */
export function MoreActions({ detail: { role, further }, onRevoke }: MoreActionsProps) {
  const { t } = useTranslation(['request']);
  const { act, failure } = useAct(() => {});
  const grant = () =>
    act({ action: 'grant_admin', roles: [{ roleId: role.id, revision: role.revision }] });
  const canGrant = further.includes('grant_admin');
  const canRevoke = further.includes('revoke_admin');
  return (
    <>
      {further.includes('reassign') && <PassOn role={role} />}
      {(canGrant || canRevoke) && (
        <ActionMenu label={t('request:more.label')} testId="more">
          {canGrant && (
            <MenuItem onAction={() => void grant()} data-testid="grant-admin">
              {t('request:more.grant')}
            </MenuItem>
          )}
          {canRevoke && (
            <MenuItem onAction={onRevoke} data-testid="revoke-admin">
              {t('request:more.revoke')}
            </MenuItem>
          )}
        </ActionMenu>
      )}
      {failure && (
        <p role="alert" className={styles.failed}>
          {failure}
        </p>
      )}
    </>
  );
}
