import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { fullName } from '../../../shared/domain/person.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDelayed } from '../../ui/useDelayed.ts';
import { AdviceNotes } from './AdviceNotes.tsx';
import { BodyFacts } from './BodyFacts.tsx';
import { CountriesAsked } from './CountriesAsked.tsx';
import { Deciders } from './Deciders.tsx';
import { Gone } from './Gone.tsx';
import { History } from './History.tsx';
import { OneType } from './OneType.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import styles from './Request.module.css';
import { RoleSentence } from './RoleSentence.tsx';
import { SuspensionNote } from './SuspensionNote.tsx';
import { UnsentDecision } from './UnsentDecision.tsx';

interface RequestProps {
  roleId: string;
  /** What can be done about it at once, under its title; on paper there is nothing to do. */
  doings?: ReactNode;
  /** What can be decided on it, fixed at the foot. */
  actions?: ReactNode;
  /** Whether an approved person is to administer the body; undefined: as it usually is (rule 5). */
  admin?: boolean | undefined;
  /** Lets that be chosen. */
  onAdmin?: ((admin: boolean) => void) | undefined;
}

/** A role whole: who asks, for what, what is known of the body, what happened so far. */
export function Request({ roleId, actions, ...chosen }: RequestProps) {
  const { t } = useTranslation(['request']);
  const { data, error, isPlaceholderData, refetch } = useAsk(
    'roles:detail',
    { roleId },
    { keepPrevious: true },
  );
  const isLate = useDelayed(isPlaceholderData);
  if (error)
    return (
      <aside className={styles.request} aria-label={t('request:untitled')}>
        {error.code === 'not_found' ? (
          <Gone roleId={roleId} />
        ) : (
          <EmptyState title={t('request:failed')}>
            <Button variant="link" onPress={() => void refetch()}>
              {t('request:again')}
            </Button>
          </EmptyState>
        )}
      </aside>
    );
  if (!data || isLate)
    return <aside className={styles.request} aria-label={t('request:untitled')} aria-busy="true" />;
  return (
    <aside
      className={styles.request}
      aria-label={fullName(data.person)}
      aria-busy={isPlaceholderData}
      data-testid="request"
      data-shown-role={data.role.id}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div key={data.role.id} className={styles.text} tabIndex={0}>
        <Whole detail={data} {...chosen} />
      </div>
      <footer className={styles.foot}>{actions}</footer>
    </aside>
  );
}

interface WholeProps extends Pick<RequestProps, 'doings' | 'admin' | 'onAdmin'> {
  detail: RoleDetail;
}

function Whole({ detail, doings, admin, onAdmin }: WholeProps) {
  const { t } = useTranslation(['request']);
  const { role, person } = detail;
  return (
    <>
      <header>
        <h2 className={styles.name}>{fullName(person)}</h2>
        <RoleSentence detail={detail} />
      </header>
      {detail.unsent && <UnsentDecision entry={detail.unsent} />}
      {doings && <div className={styles.doings}>{doings}</div>}
      <SuspensionNote detail={detail} />
      {detail.isLastAdministrator && (
        <Notice
          tone="warning"
          title={t('request:lastAdministrator.title', { body: detail.body.name })}
        >
          {t('request:lastAdministrator.text')}
        </Notice>
      )}
      <OneType detail={detail} />
      <AdviceNotes detail={detail} />
      <PersonFacts detail={detail} admin={admin} onAdmin={onAdmin} />
      <CountriesAsked detail={detail} admin={admin} />
      <BodyFacts detail={detail} admin={admin} />
      {role.message && (
        <section>
          <h3 className={styles.heading}>{t('request:message')}</h3>
          <p className={styles.message}>{role.message}</p>
        </section>
      )}
      <Deciders detail={detail} />
      <History roleId={role.id} />
    </>
  );
}
