// biome-ignore-all lint/a11y/useSemanticElements: a link inside an svg would need an address

import { Bar } from '@visx/shape';
import type { Mark } from '../../../shared/desk/overview.ts';
import { fillOf } from './Looks.tsx';
import styles from './Picture.module.css';
import type { Look, Spot } from './picture.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface ChartMarkProps {
  mark: Mark;
  name: string;
  spot: Spot;
  look: Look;
  /** What is painted. */
  box: Box;
  /** Where the pointer meets it: marks can be thin. */
  reach: Box;
  patternId: string;
  isCurrent: boolean;
  onFocus: (spot: Spot) => void;
  onPoint: (spot: Spot | undefined) => void;
  onShow: (mark: Mark) => void;
}

/** A mark of a picture: a link to the rows that it counts. */
export function ChartMark(props: ChartMarkProps) {
  const { mark, name, spot, look, box, reach, patternId, onPoint, onShow } = props;
  return (
    <g
      role="link"
      className={styles.mark}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-label={name}
      data-spot={`${spot.group} ${spot.series}`}
      data-count={mark.count}
      onFocus={() => {
        props.onFocus(spot);
        onPoint(spot);
      }}
      onBlur={() => onPoint(undefined)}
      onPointerEnter={() => onPoint(spot)}
      onPointerLeave={() => onPoint(undefined)}
      onClick={() => onShow(mark)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // Else the key goes on to what has the focus then.
        event.preventDefault();
        onShow(mark);
      }}
    >
      <Bar {...reach} className={styles.reach ?? ''} />
      <Bar {...box} rx={1.5} data-look={look} fill={fillOf(look, patternId)} />
    </g>
  );
}
