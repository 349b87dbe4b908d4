import { useTranslation } from 'react-i18next';
import { queueSchema } from '../../../shared/desk/queues.ts';
import type { Look } from '../../../shared/desk/workspace.ts';
import { deadlineLook, deadlines, isSameLook } from '../../desk/look.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { PlaceLink } from './PlaceLink.tsx';
import styles from './Places.module.css';
import { isQueue, type Place } from './place.ts';
import { Views } from './Views.tsx';

interface PlacesProps {
  current: Place;
  /** What is or was looked at last in a queue; all is counted as one works there. */
  look: Look;
  /** The saved view that the look began with. */
  viewId: string | undefined;
  onGo: (place: Place) => void;
  onLook: (look: Look, viewId?: string) => void;
}

/** Where one can go: the queues with their counts, what presses, the saved views, and the desk's own places. */
export function Places({ current, look, viewId, onGo, onLook }: PlacesProps) {
  const { t } = useTranslation(['places']);
  const { as } = look.filter;
  const counts = useAsk('queues:counts', { as }, { keepPrevious: true }).data;
  const pressing = useAsk('queues:deadlines', { as }, { keepPrevious: true }).data;
  const state = useAsk('desk:state', undefined).data;
  const views = useAsk('workspace:get', undefined).data?.views ?? [];
  const seen = isQueue(current) ? look : undefined;
  const deadline = deadlines.find((each) => seen && isSameLook(deadlineLook(each, as), seen));
  const view = views.find(({ id }) => seen && id === viewId);
  const isAtView = view !== undefined && isSameLook(view, look);
  const link = (place: Place) => ({
    icon: place,
    label: t(`places:${place}`),
    isCurrent: place === current && !deadline && !isAtView,
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
      <h2 className={styles.section} id="places-deadline">
        {t('places:deadline')}
      </h2>
      <ul aria-labelledby="places-deadline">
        {deadlines.map((each) => (
          <PlaceLink
            key={each}
            icon={each}
            label={t(`places:${each}`)}
            isCurrent={each === deadline && !isAtView}
            onGo={() => onLook(deadlineLook(each, as))}
            count={pressing?.[each]}
            counted={t(`places:counted.${each}`, { count: pressing?.[each] ?? 0 })}
            isPressing={each === 'overdue' && (pressing?.overdue ?? 0) > 0}
            testId={`deadline-${each}`}
          />
        ))}
      </ul>
      <Views
        views={views}
        look={seen}
        as={as}
        current={view}
        isUnchanged={isAtView}
        onLook={onLook}
      />
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
