import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { ActivityFacts } from './ActivityFacts.tsx';
import { Duplicates } from './Duplicates.tsx';
import styles from './Request.module.css';

/** The body the role is in, with every field that is known of it. */
export function BodyFacts({ detail }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request', 'codes']);
  const { capital, country, list } = useFormat();
  const words = useWords();
  const { role, body, responsible, missing } = detail;
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
        <Fact label={t('request:body.name')}>{body.name}</Fact>
        {missing.length > 0 && (
          <Fact label={t('request:body.missing')}>
            {list(missing.map((field) => t(`request:missing.${field}`)))}
          </Fact>
        )}
        {body.duplicates && body.duplicates.length > 0 && (
          <Duplicates duplicates={body.duplicates} />
        )}
        {body.status === 'rejected' && (
          <Fact label={t('request:body.status')}>{t('codes:bodyStatus.rejected')}</Fact>
        )}
        {body.kind && (
          <Fact label={t('request:body.kind')}>{capital(words.function(body.kind))}</Fact>
        )}
        <Fact label={t('request:body.code')}>{body.code}</Fact>
        <Fact label={t('request:body.address')}>{addressOf(body, country)}</Fact>
        <Reach body={body} />
        {body.identifiers.map(({ scheme, value }) => (
          <Fact key={`${scheme} ${value}`} label={scheme}>
            {value}
          </Fact>
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
            controlBodies={detail.controlBodies}
          />
        ))}
        <Fact label={t('request:body.responsible')}>{responsible?.name}</Fact>
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
        <Fact label={t('request:body.coordinates')}>
          {`${coordinates.latitude.toFixed(5)}, ${coordinates.longitude.toFixed(5)}`}
        </Fact>
      )}
      <Fact label={t('request:body.phone')}>{body.phone}</Fact>
      <Fact label={t('request:body.fax')}>{body.fax}</Fact>
      <Fact label={t('request:body.email')}>{body.email}</Fact>
      <Fact label={t('request:body.website')}>{body.website}</Fact>
    </>
  );
}

function addressOf(body: Body, country: (code: string) => string): string {
  const city = [body.postcode, body.city].filter(Boolean).join(' ');
  return [body.address, city, body.region, country(body.country)].filter(Boolean).join(', ');
}
