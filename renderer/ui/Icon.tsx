import styles from './Icon.module.css';

const paths = {
  search: 'M7 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8m3 7 3.5 3.5',
  close: 'M4.5 4.5l7 7m0-7l-7 7',
  down: 'M4.5 6.5 8 10l3.5-3.5',
  check: 'M3.5 8.5l3 3 6-7',
  requested: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 5v3h3',
  suspended: 'M5.5 4v8m5-8v8',
  valid: 'M3.5 8.5l3 3 6-7',
  decided: 'M3.5 4.5h9m-9 3.5h9m-9 3.5h9',
  overview: 'M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V6',
  overdue: 'M8 3v6.5m0 2.9v.4',
  today: 'M3.5 4.5h9v8h-9zm0 3h9M6 3v2.5M10 3v2.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  plus: 'M8 3.5v9M3.5 8h9',
  outbox: 'M5.5 12.5v-9m0 0L3 6m2.5-2.5L8 6m2.5-2.5v9m0 0L8 10m2.5 2.5L13 10',
  conflicts: 'M3 6h9.5m0 0L10 3.5M12.5 6 10 8.5M13 10.5H3.5m0 0L6 8m-2.5 2.5L6 13',
  preferences: 'M3 5h6m3 0h1M3 11h1m3 0h6M10.5 3.5v3M5.5 9.5v3',
  warning: 'M8 2.5 14 13H2zM8 6.5v3m0 1.6v.4',
  information: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 7.5V11m0-6v.4',
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word, never instead of one. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
