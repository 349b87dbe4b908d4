// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: text of an svg takes no focus
// biome-ignore-all lint/a11y/useSemanticElements: an svg is no fieldset

import { Group } from '@visx/group';
import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useId } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { ChartMark } from './ChartMark.tsx';
import type { ChartProps } from './chart.ts';
import { Patterns } from './Looks.tsx';
import { cut, digitPx, leastPx, letterPx } from './layout.ts';
import { barKeys } from './moving.ts';
import styles from './Picture.module.css';
import { highest } from './picture.ts';
import { useMarkName, useMarks } from './useMarks.ts';

const rowPx = 24;
const gapPx = 8;
const namesShare = 0.4;
const namesPx = 200;

/** Groups below each other, of one series: a name, a bar and its number. */
export function Bars({ shown, labelledBy, describedBy, onPoint, onShow }: ChartProps) {
  const { parentRef, width } = useParentSize({ debounceTime: 50 });
  const { number } = useFormat();
  const nameOf = useMarkName();
  const marks = useMarks(shown, barKeys, 'first');
  const id = useId();
  const height = shown.groups.length * rowPx;
  const left = Math.min(namesPx, Math.floor(width * namesShare));
  const right = number(highest(shown)).length * digitPx + gapPx;
  const x = scaleLinear({
    domain: [0, highest(shown)],
    range: [0, Math.max(0, width - left - right)],
  });
  const order = shown.groups.map((_, place) => place);
  const y = scaleBand({ domain: order, range: [0, height], padding: 0.3 });
  const look = shown.series[0]?.look ?? 'plain';
  return (
    <div ref={parentRef} className={styles.plot}>
      {width > 0 && (
        <svg
          {...{ width, height }}
          role="group"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          onKeyDown={marks.onKeyDown}
        >
          <Patterns id={id} />
          {shown.groups.map((group, place) => {
            const [mark] = group.marks;
            if (!mark) return null;
            const length = Math.max(leastPx, x(mark.count));
            const middle = y.bandwidth() / 2;
            return (
              <Group key={group.key} top={y(place)}>
                <text className={styles.rowName} x={left - gapPx} y={middle} aria-hidden="true">
                  {cut(group.short, (left - gapPx) / letterPx)}
                </text>
                <ChartMark
                  {...{ mark, look, onPoint, onShow, patternId: id }}
                  name={nameOf(shown, { group: place, series: 0 }, mark)}
                  spot={{ group: place, series: 0 }}
                  box={{ x: left, y: 0, width: length, height: y.bandwidth() }}
                  reach={{ x: 0, y: middle - rowPx / 2, width, height: rowPx }}
                  isCurrent={marks.current?.group === place}
                  onFocus={marks.onFocus}
                />
                <text
                  className={styles.rowCount}
                  x={left + length + 6}
                  y={middle}
                  aria-hidden="true"
                >
                  {number(mark.count)}
                </text>
              </Group>
            );
          })}
        </svg>
      )}
    </div>
  );
}
