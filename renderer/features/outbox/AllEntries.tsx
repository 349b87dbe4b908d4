import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import styles from './Outbox.module.css';

const rowPx = 36;

interface AllEntriesProps {
  label: string;
  entries: OutboxEntry[];
  children: (entry: OutboxEntry) => ReactNode;
}

/** The decisions of a large batch in a list of its own that scrolls: only what is in sight is drawn. */
export function AllEntries({ label, entries, children }: AllEntriesProps) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keys
    <section ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      <ul className={styles.all} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          return (
            entry && (
              <li
                key={entry.id}
                className={`${styles.entry} ${styles.placed}`}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={entries.length}
                aria-posinset={index + 1}
                data-testid="outbox-entry"
              >
                {children(entry)}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
