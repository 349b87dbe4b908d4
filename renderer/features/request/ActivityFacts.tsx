import { useTranslation } from 'react-i18next';
import type { Body, BodyActivity } from '../../../shared/domain/body.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact } from '../../ui/Facts.tsx';
import { CopyFact } from './CopyFact.tsx';
import styles from './Request.module.css';

interface ActivityFactsProps {
  activity: BodyActivity;
  /** Bodies that an activity may name, as far as they are known. */
  named: Body[];
  /** The authority of which the request itself says that it is responsible: not said twice. */
  responsibleId: string;
}

/** One activity of an operator, with its identifier, who is responsible for it, its control body and its dates. */
export function ActivityFacts({ activity, named, responsibleId }: ActivityFactsProps) {
  const { t } = useTranslation(['request', 'codes']);
  const { capital, date } = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const { validFrom, validTo, publicationDate, applicationDate } = activity;
  const nameOf = (id: string | undefined) => {
    const body = named.find((each) => each.id === id);
    return body && [body.name, body.code].filter(Boolean).join(' · ');
  };
  const day = (at: string) => date(at, nowMs);
  const name = t('request:activity.inChapter', {
    activity: capital(words.function(activity.activity)),
    chapter: capital(words.chapter(activity.chapter)),
  });
  return (
    <>
      <CopyFact label={t('request:activity.activity')} text={name}>
        {name}
        {activity.section !== activity.activity && (
          <span className={styles.more}>
            {t('request:activity.section', { section: words.function(activity.section) })}
          </span>
        )}
        {activity.status !== 'pending' && (
          <span className={styles.more}>{t(`codes:bodyStatus.${activity.status}`)}</span>
        )}
      </CopyFact>
      <CopyFact label={t('request:activity.identifier')} text={activity.identifier} />
      {activity.responsibleId !== responsibleId && (
        <CopyFact label={t('request:activity.responsible')} text={nameOf(activity.responsibleId)} />
      )}
      <CopyFact label={t('request:activity.controlBody')} text={nameOf(activity.controlBodyId)} />
      {(validFrom || validTo) && (
        <Fact label={t('request:activity.validity')}>
          {[
            validFrom && t('request:activity.from', { date: day(validFrom) }),
            validTo && t('request:activity.to', { date: day(validTo) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Fact>
      )}
      <Fact label={t('request:activity.published')}>{publicationDate && day(publicationDate)}</Fact>
      <Fact label={t('request:activity.applied')}>{applicationDate && day(applicationDate)}</Fact>
    </>
  );
}
