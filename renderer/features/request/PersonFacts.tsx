import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { fullName } from '../../../shared/domain/person.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { CopyFact } from './CopyFact.tsx';
import styles from './Request.module.css';

interface PersonFactsProps {
  detail: RoleDetail;
  /** Whether the person is to administer the body; undefined: as it usually is (rule 5). */
  admin: boolean | undefined;
  /** Lets that be chosen; on paper it is only said. */
  onAdmin: ((admin: boolean) => void) | undefined;
}

/** Who asks: the account, how to reach the person, what else the person is. */
export function PersonFacts({ detail, admin, onAdmin }: PersonFactsProps) {
  const { t } = useTranslation(['request', 'codes']);
  const format = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const { role, person, status, otherRoles } = detail;
  const { words: due, urgency } = format.due(role.dueAt, nowMs);
  const exactly = `${format.day(role.dueAt, nowMs)}, ${format.time(role.dueAt)}`;
  return (
    <section>
      <h3 className={styles.heading}>{t('request:person.heading')}</h3>
      <Facts>
        <CopyFact label={t('request:person.name')} text={fullName(person)} />
        <CopyFact label={t('request:person.username')} text={person.username} />
        <CopyFact label={t('request:person.email')} text={person.email} />
        <Fact label={t('request:person.language')}>
          {format.capital(format.language(person.language))}
        </Fact>
        {person.heldTypes.length > 0 && (
          <Fact label={t('request:person.heldTypes')}>
            {format.list(person.heldTypes.map((type) => t(`codes:roleType.${type}`)))}
          </Fact>
        )}
        <Fact label={t('request:person.otherRoles')}>
          {otherRoles.length === 0
            ? t('request:person.none')
            : otherRoles.map(({ roleId, bodyName, type, country, status }) => (
                <span key={roleId} className={styles.line}>
                  {t(country ? 'request:person.otherRoleFor' : 'request:person.otherRole', {
                    body: bodyName,
                    type: t(`codes:roleType.${type}`),
                    country: country && format.country(country),
                    status: t(`codes:status.${status}`),
                  })}
                </span>
              ))}
        </Fact>
        <CopyFact label={t('request:person.contactEmail')} text={role.contactEmail} />
        <CopyFact label={t('request:person.contactPhone')} text={role.contactPhone} />
        <Administration detail={detail} admin={admin} onAdmin={onAdmin} />
        <Fact label={t('request:dates.requested')}>{format.moment(role.requestedAt, nowMs)}</Fact>
        {status === 'requested' && (
          <CopyFact label={t('request:dates.due')} text={exactly}>
            {urgency === 'later' ? exactly : t('request:dates.exactly', { due, exactly })}
          </CopyFact>
        )}
        {role.suspension && (
          <Fact label={t('request:suspension')}>
            {[
              t(`codes:suspensionCause.${role.suspension.cause}`),
              words.reason(role.suspension.code),
            ].join(' · ')}
          </Fact>
        )}
      </Facts>
    </section>
  );
}

/** Whether the person administers the body, or would on approval; who decides can decide otherwise (rule 5). */
function Administration({ detail, admin, onAdmin }: PersonFactsProps) {
  const { t } = useTranslation(['request']);
  const { status, actions, isAdministrator, willBeAdministrator } = detail;
  if (status !== 'requested')
    return (
      <Fact label={t('request:person.is')}>
        {isAdministrator ? t('request:person.administrator') : t('request:person.colleague')}
      </Fact>
    );
  const canApprove = actions.some(({ action, objection }) => action === 'approve' && !objection);
  const why = willBeAdministrator ? t('request:person.first') : t('request:person.notFirst');
  return (
    <Fact label={t('request:person.willBe')}>
      <Checkbox
        isSelected={admin ?? willBeAdministrator}
        isDisabled={!canApprove || !onAdmin}
        onChange={onAdmin}
        data-testid="admin"
      >
        {t('request:person.administrator')}
      </Checkbox>
      <span className={styles.more}>
        {admin === undefined || admin === willBeAdministrator ? why : t('request:person.otherwise')}
      </span>
    </Fact>
  );
}
