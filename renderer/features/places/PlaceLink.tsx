import { type ReactNode, useId } from 'react';
import { Link } from 'react-aria-components';
import { useFormat } from '../../i18n/useFormat.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import styles from './Places.module.css';

interface PlaceLinkProps {
  icon?: IconName;
  label: string;
  /** What is to be said of it beside its name. */
  note?: string | undefined;
  isCurrent: boolean;
  onGo: () => void;
  count?: number | undefined;
  /** The count in words, for the description: it is no part of the name. */
  counted?: string;
  /** Whether what is counted waits for a person. */
  isPressing?: boolean;
  testId: string;
  /** What can be done with it. */
  children?: ReactNode;
}

/** One place to go to, with what waits there. */
export function PlaceLink(props: PlaceLinkProps) {
  const { icon, label, note, isCurrent, onGo, count, counted, isPressing, testId } = props;
  const { number } = useFormat();
  const id = useId();
  return (
    <li className={styles.item}>
      <Link
        className={styles.place ?? ''}
        onPress={onGo}
        aria-current={isCurrent ? 'page' : undefined}
        aria-describedby={count === undefined ? undefined : id}
        data-testid={testId}
        data-count={count}
      >
        {icon && <Icon name={icon} />}
        <span className={styles.label} title={icon ? undefined : label}>
          {label}
        </span>
        {note && <span className={styles.note}>{note}</span>}
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
      {props.children}
    </li>
  );
}
