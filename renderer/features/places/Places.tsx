import { useTranslation } from 'react-i18next';
import { queueSchema } from '../../../shared/desk/queues.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { PlaceLink } from './PlaceLink.tsx';
import styles from './Places.module.css';
import type { Place } from './place.ts';

interface PlacesProps {
  current: Place;
  /** The body of the position that one works as: the queues are counted so. */
  as: string | undefined;
  onGo: (place: Place) => void;
}

/** Where one can go: the queues with their counts, and the desk's own places. */
export function Places({ current, as, onGo }: PlacesProps) {
  const { t } = useTranslation(['places']);
  const counts = useAsk('queues:counts', { as }, { keepPrevious: true }).data;
  const state = useAsk('desk:state', undefined).data;
  const link = (place: Place) => ({
    place,
    label: t(`places:${place}`),
    isCurrent: place === current,
    onGo: () => onGo(place),
  });
  return (
    <nav className={styles.places} aria-label={t('places:title')}>
      <ul>
        {queueSchema.options.map((queue) => (
          <PlaceLink
            key={queue}
            {...link(queue)}
            count={counts?.[queue]}
            counted={t(`places:counted.${queue}`, { count: counts?.[queue] ?? 0 })}
            testId={`queue-${queue}`}
          />
        ))}
      </ul>
      <h2 className={styles.section} id="places-desk">
        {t('places:desk')}
      </h2>
      <ul aria-labelledby="places-desk">
        <PlaceLink {...link('overview')} testId="overview" />
        <PlaceLink
          {...link('outbox')}
          count={state?.waiting}
          counted={t('places:counted.outbox', { count: state?.waiting ?? 0 })}
          testId="outbox"
        />
        <PlaceLink
          {...link('conflicts')}
          count={state?.unresolved}
          counted={t('places:counted.conflicts', { count: state?.unresolved ?? 0 })}
          isPressing={(state?.unresolved ?? 0) > 0}
          testId="conflicts"
        />
        <PlaceLink {...link('preferences')} testId="preferences" />
      </ul>
    </nav>
  );
}
