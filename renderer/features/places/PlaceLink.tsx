import { useId } from 'react';
import { Link } from 'react-aria-components';
import { useFormat } from '../../i18n/useFormat.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Places.module.css';
import type { Place } from './place.ts';

interface PlaceLinkProps {
  place: Place;
  label: string;
  isCurrent: boolean;
  onGo: () => void;
  count?: number | undefined;
  /** The count in words, for the description: it is no part of the name. */
  counted?: string;
  /** Whether what is counted waits for a person. */
  isPressing?: boolean;
  testId: string;
}

/** One place to go to, with what waits there. */
export function PlaceLink(props: PlaceLinkProps) {
  const { place, label, isCurrent, onGo, count, counted, isPressing, testId } = props;
  const { number } = useFormat();
  const id = useId();
  return (
    <li>
      <Link
        className={styles.place ?? ''}
        onPress={onGo}
        aria-current={isCurrent ? 'page' : undefined}
        aria-describedby={count === undefined ? undefined : id}
        data-testid={testId}
        data-count={count}
      >
        <Icon name={place} />
        <span className={styles.label}>{label}</span>
        {count !== undefined && (
          <span className={styles.count} data-pressing={isPressing || undefined} aria-hidden="true">
            {number(count)}
          </span>
        )}
      </Link>
      {count !== undefined && (
        <span id={id} hidden>
          {counted}
        </span>
      )}
    </li>
  );
}
