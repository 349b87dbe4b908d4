import { useState } from 'react';
import { columnWidth } from '../../../shared/desk/workspace.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';

/** Widths in CSS pixels, by column; a column without one has its share of the room. */
type Widths = Readonly<Record<string, number>>;

/** How wide a person has drawn the columns of the grid, and what draws them. */
export function useColumnWidths() {
  const kept = useAsk('workspace:get', undefined).data?.columnWidths;
  const { mutate: save } = useTell('workspace:save');
  const [drawn, setDrawn] = useState<Widths>();
  const widths: Widths = drawn ?? kept ?? {};
  return {
    /** What the columns of the grid go by. */
    style: Object.fromEntries(
      Object.entries(widths).map(([column, px]) => [`--column-${column}`, `minmax(0, ${px}px)`]),
    ),
    /** Shows widths while they are drawn. */
    draw: (next: Widths) =>
      setDrawn(
        Object.fromEntries(Object.entries(next).map(([column, px]) => [column, within(px)])),
      ),
    /** Remembers what was drawn. */
    keep: () => drawn && save({ columnWidths: drawn }),
    /** Gives a column its share of the room again. */
    reset: (column: string) => {
      const { [column]: _, ...others } = widths;
      setDrawn(others);
      save({ columnWidths: others });
    },
  };
}
export type ColumnWidths = ReturnType<typeof useColumnWidths>;

function within(px: number): number {
  return Math.round(Math.min(Math.max(px, columnWidth.least), columnWidth.most));
}
