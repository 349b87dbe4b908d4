import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact, Facts } from '../../ui/Facts.tsx';
import styles from './Request.module.css';

/** Who asks: the account, how to reach the person, what else the person is. */
export function PersonFacts({ detail }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request', 'codes']);
  const format = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const { role, person, status, otherRoles } = detail;
  const contact = [role.contactEmail, role.contactPhone].filter((each) => each !== undefined);
  return (
    <section>
      <h3 className={styles.heading}>{t('request:person.heading')}</h3>
      <Facts>
        <Fact label={t('request:person.username')}>{person.username}</Fact>
        <Fact label={t('request:person.email')}>{person.email}</Fact>
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
            : otherRoles.map(({ roleId, bodyName, status }) => (
                <span key={roleId} className={styles.line}>
                  {t('request:person.otherRole', {
                    body: bodyName,
                    status: t(`codes:status.${status}`),
                  })}
                </span>
              ))}
        </Fact>
        <Fact label={t('request:person.contact')}>{contact.join(' · ')}</Fact>
        <Administration detail={detail} />
        <Fact label={t('request:dates.requested')}>{format.moment(role.requestedAt, nowMs)}</Fact>
        {status === 'requested' && (
          <Fact label={t('request:dates.due')}>{format.due(role.dueAt, nowMs).words}</Fact>
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

/** Whether the person administers the body, or would on approval (rule 5). */
function Administration({ detail: { role, status, willBeAdministrator } }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request']);
  if (status === 'requested')
    return (
      <Fact label={t('request:person.willBe')}>
        {willBeAdministrator
          ? t('request:person.firstAdministrator')
          : t('request:person.colleague')}
      </Fact>
    );
  return (
    <Fact label={t('request:person.is')}>
      {role.isAdmin ? t('request:person.administrator') : t('request:person.colleague')}
    </Fact>
  );
}
