// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: text of an svg takes no focus
// biome-ignore-all lint/a11y/useSemanticElements: an svg is no fieldset

import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { Group as Moved } from '@visx/group';
import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useId } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { type Box, ChartMark } from './ChartMark.tsx';
import type { ChartProps } from './chart.ts';
import { Patterns } from './Looks.tsx';
import { digitPx, letterPx, stacked } from './layout.ts';
import { columnKeys } from './moving.ts';
import styles from './Picture.module.css';
import { highest, type Shown, totalOf } from './picture.ts';
import { useMarkName, useMarks } from './useMarks.ts';

const heightPx = 196;
const gapPx = 8;
const margin = { top: 18, right: 24, bottom: 24 };
/** Up to so many columns say their total. */
const labelledLimit = 12;

/** Groups beside each other, the marks of each one on the other. */
export function Columns(props: ChartProps) {
  const { shown } = props;
  const { parentRef, width } = useParentSize({ debounceTime: 50 });
  const { number } = useFormat();
  const marks = useMarks(shown, columnKeys, 'last');
  const id = useId();
  const left = number(highest(shown)).length * digitPx + 14;
  const plot = {
    width: Math.max(0, width - left - margin.right),
    height: heightPx - margin.top - margin.bottom,
  };
  const order = shown.groups.map((_, place) => place);
  const x = scaleBand({ domain: order, range: [0, plot.width], padding: 0.2 });
  const y = scaleLinear({ domain: [0, highest(shown)], range: [plot.height, 0], nice: 4 });
  return (
    <div ref={parentRef} className={`${styles.plot} ${styles.columns}`}>
      {width > 0 && (
        <svg
          {...{ width, height: heightPx }}
          role="group"
          aria-labelledby={props.labelledBy}
          aria-describedby={props.describedBy}
          onKeyDown={marks.onKeyDown}
        >
          <Patterns id={id} />
          <Moved left={left} top={margin.top}>
            <Axes {...{ shown, x, y, plot }} />
            {order.map((place) => (
              <Column
                key={shown.groups[place]?.key}
                {...props}
                {...{ place, marks, patternId: id, foot: plot.height }}
                lengthOf={(count) => plot.height - y(count)}
                box={{ x: x(place) ?? 0, y: 0, width: x.bandwidth(), height: 0 }}
                reachWidth={x.step()}
                isLabelled={order.length <= labelledLimit}
              />
            ))}
          </Moved>
        </svg>
      )}
    </div>
  );
}

interface AxesProps {
  shown: Shown;
  x: ReturnType<typeof scaleBand<number>>;
  y: ReturnType<typeof scaleLinear<number>>;
  plot: { width: number; height: number };
}

function Axes({ shown, x, y, plot }: AxesProps) {
  const { number } = useFormat();
  const levels = y.ticks(4).filter(Number.isInteger);
  const order = x.domain();
  const labelPx = Math.max(0, ...shown.groups.map(({ short }) => short.length)) * letterPx + gapPx;
  const every = Math.max(1, Math.ceil((order.length * labelPx) / Math.max(1, plot.width)));
  return (
    <g aria-hidden="true" className={styles.axes}>
      <GridRows scale={y} width={plot.width} tickValues={levels} stroke="var(--line)" />
      <AxisLeft
        {...{ scale: y, tickValues: levels, hideAxisLine: true, hideTicks: true }}
        tickFormat={(value) => number(Number(value))}
        tickLabelProps={{ dx: -2, dy: 4, textAnchor: 'end' }}
      />
      <AxisBottom
        {...{ scale: x, top: plot.height, hideTicks: true, stroke: 'var(--line-input)' }}
        tickValues={order.filter((place) => (order.length - 1 - place) % every === 0)}
        tickFormat={(place) => shown.groups[place]?.short}
        tickLabelProps={{ dy: 2, textAnchor: 'middle' }}
      />
    </g>
  );
}

interface ColumnProps extends ChartProps {
  place: number;
  marks: ReturnType<typeof useMarks>;
  patternId: string;
  /** Where it stands, from above. */
  foot: number;
  lengthOf: (count: number) => number;
  box: Box;
  reachWidth: number;
  isLabelled: boolean;
}

function Column(props: ColumnProps) {
  const { shown, place, marks, foot, box, reachWidth } = props;
  const { number } = useFormat();
  const nameOf = useMarkName();
  const group = shown.groups[place];
  if (!group) return null;
  const stack = stacked(group.marks, props.lengthOf);
  const top = stack.at(-1)?.to;
  const reachX = box.x - (reachWidth - box.width) / 2;
  return (
    <>
      {stack.map(({ mark, series, from, to }) => {
        const spot = { group: place, series };
        const span = { y: foot - to, height: to - from };
        return (
          <ChartMark
            key={series}
            {...{ mark, spot, onPoint: props.onPoint, onShow: props.onShow }}
            patternId={props.patternId}
            name={nameOf(shown, spot, mark)}
            look={shown.series[series]?.look ?? 'plain'}
            box={{ ...box, ...span }}
            reach={{ x: reachX, width: reachWidth, ...span }}
            isCurrent={marks.current?.group === place && marks.current.series === series}
            onFocus={marks.onFocus}
          />
        );
      })}
      {props.isLabelled && top !== undefined && (
        <text
          className={styles.total}
          x={box.x + box.width / 2}
          y={foot - top - 7}
          aria-hidden="true"
        >
          {number(totalOf(group.marks))}
        </text>
      )}
    </>
  );
}
