import { useTranslation } from 'react-i18next';
import type { CheckedRole } from '../../../shared/desk/detail.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './SelectionSummary.module.css';

interface LookAtProps {
  roles: CheckedRole[];
  /** How many more there are than are listed. */
  more: number;
  onShow: (roleId: string) => void;
  onLeaveOut: (roleId: string) => void;
}

/** The roles of a selection that need a look: why, and what to do about it. */
export function LookAt({ roles, more, onShow, onLeaveOut }: LookAtProps) {
  const { t } = useTranslation(['request', 'codes']);
  const words = useWords();
  if (roles.length === 0) return null;
  const why = ({ objection, leavesNoAdministrator, advice }: CheckedRole) => {
    if (objection) return words.refusal(objection);
    if (leavesNoAdministrator) return t('request:selection.lastAdministrator');
    return advice.map((code) => t(`request:selection.advice.${code}`)).join(' ');
  };
  return (
    <section>
      <h3 className={styles.heading}>{t('request:selection.needsLook')}</h3>
      <ul className={styles.roles}>
        {roles.map((role) => (
          <li key={role.roleId}>
            <strong className={styles.name}>{role.personName}</strong>
            <span className={role.objection ? styles.objection : styles.why}>{why(role)}</span>
            <span className={styles.links}>
              <Button
                variant="link"
                aria-label={t('request:selection.lookAtOne', { person: role.personName })}
                onPress={() => onShow(role.roleId)}
              >
                {t('request:selection.lookAtIt')}
              </Button>
              <span aria-hidden="true">{'·'}</span>
              <Button
                variant="link"
                aria-label={t('request:selection.leaveOutOne', { person: role.personName })}
                onPress={() => onLeaveOut(role.roleId)}
              >
                {t('request:selection.leaveItOut')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.what}>{t('request:selection.more', { count: more })}</p>}
    </section>
  );
}
