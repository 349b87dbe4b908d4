import { useTranslation } from 'react-i18next';
import { useAsk } from '../../desk/useDesk.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './OutcomeDialog.module.css';
import type { Decided } from './outcome.ts';

/** The most rows that are listed; how many more there are is said. */
const most = 50;

/** What became of every row where not all could be decided: how many were, and which were not, and why. */
export function OutcomeDialog({ outcome, onClose }: { outcome: Decided; onClose: () => void }) {
  const { t } = useTranslation(['deciding', 'ui']);
  const words = useWords();
  const { action, accepted, refused } = outcome;
  const shown = refused.slice(0, most);
  const roleIds = shown.flatMap(({ roleId, code }) => (code === 'unknown_role' ? [] : [roleId]));
  const { data } = useAsk('roles:check', { roleIds }, { enabled: roleIds.length > 0 });
  const known = new Map(data?.roles.map((role) => [role.roleId, role]));
  return (
    <Dialog
      title={t('deciding:outcome.title')}
      onClose={onClose}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('ui:close')}
        </Button>
      }
    >
      <p>
        {accepted.length > 0 && t(`deciding:outcome.${action}`, { count: accepted.length })}{' '}
        {t('deciding:outcome.refused', { count: refused.length })}
      </p>
      <ul className={styles.rows}>
        {shown.map(({ roleId, code }) => {
          const role = known.get(roleId);
          return (
            <li key={roleId}>
              <strong>{role?.personName ?? t('deciding:outcome.unknownPerson')}</strong>
              {role && <span className={styles.body}>{role.bodyName}</span>}
              <p className={styles.why}>{words.refusal(code)}</p>
            </li>
          );
        })}
      </ul>
      {refused.length > most && (
        <p>{t('deciding:outcome.more', { count: refused.length - most })}</p>
      )}
    </Dialog>
  );
}
