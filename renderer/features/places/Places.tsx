import { useTranslation } from 'react-i18next';
import { queueSchema } from '../../../shared/desk/queues.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { PlaceLink } from './PlaceLink.tsx';
import styles from './Places.module.css';
import type { Place } from './place.ts';

/** Where one can go: the queues with their counts, and the desk's own places. */
export function Places({ current, onGo }: { current: Place; onGo: (place: Place) => void }) {
  const { t } = useTranslation(['places']);
  const counts = useAsk('queues:counts', undefined).data;
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
