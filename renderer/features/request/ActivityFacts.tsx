import { useTranslation } from 'react-i18next';
import type { Body, BodyActivity } from '../../../shared/domain/body.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Fact } from '../../ui/Facts.tsx';
import styles from './Request.module.css';

interface ActivityFactsProps {
  activity: BodyActivity;
  controlBodies: Body[];
}

/** One activity of an operator, with its identifier, its control body and its dates. */
export function ActivityFacts({ activity, controlBodies }: ActivityFactsProps) {
  const { t } = useTranslation(['request', 'codes']);
  const { capital, date } = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const { validFrom, validTo, publicationDate, applicationDate } = activity;
  const controlBody = controlBodies.find(({ id }) => id === activity.controlBodyId);
  const day = (at: string) => date(at, nowMs);
  return (
    <>
      <Fact label={t('request:activity.activity')}>
        {t('request:activity.inChapter', {
          activity: capital(words.function(activity.activity)),
          chapter: capital(words.chapter(activity.chapter)),
        })}
        {activity.status !== 'pending' && (
          <span className={styles.more}>{t(`codes:bodyStatus.${activity.status}`)}</span>
        )}
      </Fact>
      <Fact label={t('request:activity.identifier')}>{activity.identifier}</Fact>
      <Fact label={t('request:activity.controlBody')}>
        {controlBody && [controlBody.name, controlBody.code].filter(Boolean).join(' · ')}
      </Fact>
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
