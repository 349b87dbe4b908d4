import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { ActivityFacts } from './ActivityFacts.tsx';
import { CopyFact } from './CopyFact.tsx';
import { Duplicates } from './Duplicates.tsx';
import styles from './Request.module.css';

interface BodyFactsProps {
  detail: RoleDetail;
  /** Whether the person is to administer the body, where that was chosen. */
  admin: boolean | undefined;
}

/** The body the role is in, with every field that is known of it. */
export function BodyFacts({ detail, admin }: BodyFactsProps) {
  const { t } = useTranslation(['request', 'codes']);
  const { capital, country, list } = useFormat();
  const words = useWords();
  const { role, body, responsible, missing, named } = detail;
  const above = named.find(({ id }) => id === body.parentId);
  const activities = [...body.activities].sort(
    (a, b) => Number(b.activity === role.function) - Number(a.activity === role.function),
  );
  return (
    <section>
      <h3 className={styles.heading}>
        {body.status === 'pending'
          ? t('request:body.pending')
          : capital(t(`codes:roleType.${body.type}`))}
      </h3>
      <Facts>
        <CopyFact label={t('request:body.name')} text={body.name} />
        {missing.length > 0 && (
          <Fact label={t('request:body.missing')}>
            <strong className={styles.missing}>
              {list(missing.map((field) => t(`request:missing.${field}`)))}
            </strong>
          </Fact>
        )}
        {body.duplicates && body.duplicates.length > 0 && (
          <Duplicates detail={detail} duplicates={body.duplicates} admin={admin} />
        )}
        {body.status === 'rejected' && (
          <Fact label={t('request:body.status')}>{t('codes:bodyStatus.rejected')}</Fact>
        )}
        {body.kind && (
          <Fact label={t('request:body.kind')}>{capital(words.function(body.kind))}</Fact>
        )}
        <CopyFact label={t('request:body.code')} text={body.code} />
        <CopyFact label={t('request:body.address')} text={addressOf(body, country)} />
        <Reach body={body} />
        {body.identifiers.map(({ scheme, value }) => (
          <CopyFact key={`${scheme} ${value}`} label={scheme} text={value} />
        ))}
        {body.competences && body.competences.length > 0 && (
          <Fact label={t('request:body.competences')}>
            {list(body.competences.map(words.chapter))}
          </Fact>
        )}
        {body.countries && body.countries.length > 0 && (
          <Fact label={t('request:body.countries')}>
            {body.countries.map(({ country: of, code }) => (
              <span key={of} className={styles.line}>
                {t('request:body.countryCode', { country: country(of), code })}
              </span>
            ))}
          </Fact>
        )}
        {activities.map((activity) => (
          <ActivityFacts
            key={`${activity.section} ${activity.activity}`}
            activity={activity}
            named={named}
            responsibleId={role.responsibleId}
          />
        ))}
        <CopyFact label={t('request:body.above')} text={above?.name} />
        {role.type !== 'authority' && (
          <CopyFact label={t('request:body.responsible')} text={responsible?.name} />
        )}
        {body.fullControl && (
          <Fact label={t('request:body.decides')}>{t('request:body.fullControl')}</Fact>
        )}
      </Facts>
    </section>
  );
}

/** How the body can be reached, apart from its address. */
function Reach({ body }: { body: Body }) {
  const { t } = useTranslation(['request']);
  const { coordinates } = body;
  return (
    <>
      {coordinates && (
        <CopyFact
          label={t('request:body.coordinates')}
          text={`${coordinates.latitude.toFixed(5)}, ${coordinates.longitude.toFixed(5)}`}
        />
      )}
      <CopyFact label={t('request:body.phone')} text={body.phone} />
      <CopyFact label={t('request:body.fax')} text={body.fax} />
      <CopyFact label={t('request:body.email')} text={body.email} />
      <CopyFact label={t('request:body.website')} text={body.website} />
    </>
  );
}

function addressOf(body: Body, country: (code: string) => string): string {
  const city = [body.postcode, body.city].filter(Boolean).join(' ');
  return [body.address, city, body.region, country(body.country)].filter(Boolean).join(', ');
}
