import { PatternCircles, PatternLines } from '@visx/pattern';
import { useId } from 'react';
import styles from './Picture.module.css';
import type { Look } from './picture.ts';

/** The patterns of marks inside a picture; `id` is the one of its svg, as names are the document's. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <PatternLines
        {...{ id: `${id}-pressing`, width: 6, height: 6, orientation: ['diagonal'] }}
        {...{ stroke: 'var(--danger)', strokeWidth: 3, background: 'var(--canvas)' }}
      />
      <PatternLines
        {...{ id: `${id}-striped`, width: 5, height: 5, orientation: ['horizontal'] }}
        {...{ stroke: 'var(--line-input)', strokeWidth: 1.5, background: 'var(--canvas)' }}
      />
      <PatternCircles
        {...{ id: `${id}-dotted`, width: 5, height: 5, radius: 1.25 }}
        {...{ fill: 'var(--text-quiet)', background: 'var(--canvas)' }}
      />
    </defs>
  );
}

/** What fills a mark of a look. */
export function fillOf(look: Look, id: string): string {
  return look === 'plain' ? 'var(--accent)' : `url(#${id}-${look})`;
}

/** A piece of a look, for the legend. */
export function Swatch({ look }: { look: Look }) {
  const id = useId();
  return (
    <svg className={styles.swatch} viewBox="0 0 14 14" aria-hidden="true">
      <Patterns id={id} />
      <rect
        x="0.5"
        y="0.5"
        width="13"
        height="13"
        rx="2"
        data-look={look}
        fill={fillOf(look, id)}
      />
    </svg>
  );
}
