import { useTranslation } from 'react-i18next';
import type { CheckedRole } from '../../../shared/desk/detail.ts';
import type { Selection } from '../../desk/selection.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useDelayed } from '../../ui/useDelayed.ts';
import { LookAt } from './LookAt.tsx';
import { OthersAdvised } from './OthersAdvised.tsx';
import styles from './SelectionSummary.module.css';
import { type Sorted, sorted } from './sorted.ts';
import { useRoleNoun } from './useRoleNoun.ts';

/** The most roles that one list of the summary names; how many more there are is said. */
const most = 50;

interface SelectionSummaryProps {
  selection: Selection;
  /** Shows a role whole. */
  onShow: (roleId: string) => void;
  onLeaveOut: (roleId: string) => void;
}

/** The pre-check of a selection: who can be decided on now, who needs a look first and why. */
export function SelectionSummary({ selection, onShow, onLeaveOut }: SelectionSummaryProps) {
  const { t } = useTranslation(['request']);
  const { data, isFetching } = useAsk(
    'roles:check',
    { roleIds: [...selection.keys()] },
    { keepPrevious: true, enabled: selection.size > 0 },
  );
  const isLate = useDelayed(isFetching);
  const result = data && sorted(data);
  const title = t(
    result?.action === 'approve' ? 'request:selection.requests' : 'request:selection.roles',
    { count: selection.size },
  );
  return (
    <aside className={styles.summary} aria-label={title} aria-busy={isFetching}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={styles.text} tabIndex={0}>
        <header>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.sentence} aria-live="polite">
            {isLate ? t('request:selection.checking') : result && <Says result={result} />}
          </p>
        </header>
        {result?.action && (
          <>
            <Named title={t(`request:selection.can.${result.action}`)} roles={result.clear} />
            <LookAt
              roles={result.look.slice(0, most)}
              more={Math.max(0, result.look.length - most)}
              onShow={onShow}
              onLeaveOut={onLeaveOut}
            />
            <OthersAdvised roles={result.advised.slice(0, most)} />
          </>
        )}
      </div>
    </aside>
  );
}

/** The pre-check in one sentence. */
function Says({ result: { action, clear, look } }: { result: Sorted }) {
  const { t } = useTranslation(['request']);
  if (action === undefined) return t('request:selection.nothing');
  const now = t(`request:selection.now.${action}`, { count: clear.length });
  const later = t('request:selection.look', { count: look.length });
  if (look.length === 0) return t('request:selection.saysOne', { part: now });
  if (clear.length === 0) return t('request:selection.saysOne', { part: later });
  return t('request:selection.says', { now, later });
}

/** Roles by name, with what they are. */
function Named({ title, roles }: { title: string; roles: CheckedRole[] }) {
  const { t } = useTranslation(['request']);
  const noun = useRoleNoun();
  if (roles.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.roles}>
        {roles.slice(0, most).map((role) => (
          <li key={role.roleId}>
            <strong className={styles.name}>{role.personName}</strong>
            <span className={styles.what}>{`${role.bodyName} · ${noun(role.function)}`}</span>
          </li>
        ))}
      </ul>
      {roles.length > most && (
        <p className={styles.what}>{t('request:selection.more', { count: roles.length - most })}</p>
      )}
    </section>
  );
}
