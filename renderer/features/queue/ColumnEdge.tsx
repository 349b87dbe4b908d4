// biome-ignore-all lint/a11y/useSemanticElements: no hr can be moved
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { columnWidth } from '../../../shared/desk/workspace.ts';
import styles from './ColumnEdge.module.css';
import type { ColumnWidths } from './useColumnWidths.ts';

interface ColumnEdgeProps {
  column: string;
  titleId: string;
  widths: ColumnWidths;
}

const stepPx = 16;
/** What the last column, which takes the rest, is left with. */
const restPx = 96;

/** The border after a column in the head of the grid: it is dragged, or moved by the arrow keys. */
export function ColumnEdge({ column, titleId, widths }: ColumnEdgeProps) {
  const { t } = useTranslation(['queue']);
  const id = useId();
  const edge = useRef<HTMLDivElement>(null);
  const widthPx = useWidthOfCell(edge);
  const forward = useLocale().direction === 'rtl' ? -1 : 1;
  const [grip, setGrip] = useState<{ fromPx: number; widths: Record<string, number> }>();

  /** From how wide the columns were: only the last one gives way, so that the edge stays where it is put. */
  const drawFrom = (before: Record<string, number>, byPx: number) => {
    const row = Object.values(widthsIn(edge)).reduce((sum, px) => sum + px, 0);
    const { [column]: own = 0, ...others } = before;
    const room = row - Object.values(others).reduce((sum, px) => sum + px, 0) - restPx;
    widths.draw({ ...others, [column]: Math.min(own + byPx, room) });
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -stepPx, ArrowRight: stepPx }[event.key];
    if (by === undefined && event.key !== 'Home') return;
    event.preventDefault();
    // In the rest of the grid they go through the rows.
    event.stopPropagation();
    if (by === undefined) widths.reset(column);
    else drawFrom(resizable(widthsIn(edge)), by * forward);
  };
  const take = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setGrip({ fromPx: event.clientX, widths: resizable(widthsIn(edge)) });
  };
  const drag = (event: PointerEvent) => {
    if (grip) drawFrom(grip.widths, (event.clientX - grip.fromPx) * forward);
  };
  const letGo = () => {
    setGrip(undefined);
    widths.keep();
  };
  return (
    <div
      ref={edge}
      id={id}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('queue:width')}
      aria-labelledby={`${id} ${titleId}`}
      aria-valuenow={widthPx}
      aria-valuemin={columnWidth.least}
      aria-valuemax={columnWidth.most}
      className={styles.edge}
      data-held={grip !== undefined || undefined}
      onKeyDown={press}
      onKeyUp={widths.keep}
      onPointerDown={take}
      onPointerMove={drag}
      onLostPointerCapture={letGo}
      onDoubleClick={() => widths.reset(column)}
      // The focus stays with the grid.
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}

/** The present widths of the columns around an edge, the last one included. */
function widthsIn(edge: RefObject<HTMLElement | null>): Record<string, number> {
  const cells = edge.current?.closest('[role=row]')?.querySelectorAll<HTMLElement>('[data-column]');
  return Object.fromEntries(
    [...(cells ?? [])].map((cell) => [cell.dataset.column ?? '', cell.offsetWidth]),
  );
}

/** All but the last one, which takes the rest. */
function resizable(widths: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(widths).slice(0, -1));
}

function useWidthOfCell(edge: RefObject<HTMLElement | null>): number {
  const [widthPx, setWidth] = useState(columnWidth.least);
  useEffect(() => {
    const cell = edge.current?.parentElement;
    if (!cell) return;
    const watch = new ResizeObserver(() => setWidth(cell.offsetWidth));
    watch.observe(cell);
    return () => watch.disconnect();
  }, [edge]);
  return widthPx;
}
