// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are not there

import { hashKey } from '@tanstack/react-query';
import { functionalUpdate, useTable } from '@tanstack/react-table';
import {
  type MouseEvent,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Appearance } from '../../../shared/desk/appearance.ts';
import { type Sort, sortColumnSchema } from '../../../shared/desk/queues.ts';
import type { Selection } from '../../desk/selection.ts';
import { useAppearance } from '../../desk/useAppearance.ts';
import { useDecidedHere } from '../../desk/useDecide.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useDelayed } from '../../ui/useDelayed.ts';
import { columnsOf, features, type Line } from './columns.tsx';
import styles from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow, rowId } from './GridRow.tsx';
import { nearby, rowAt } from './pages.ts';
import { useColumnWidths } from './useColumnWidths.ts';
import type { List } from './useRolePages.ts';
import { useRowCommands } from './useRowCommands.ts';
import { useRows } from './useRows.ts';
import { useScaledRows, useSteadyRow } from './useScaledRows.ts';
import type { Selecting } from './useSelecting.ts';

/** How high a row is; the style sheet has the same heights. */
const rowPxOf: Record<Appearance['density'], number> = { comfortable: 44, compact: 32 };

/** What the place of the grid can have it do. */
export interface RowsHandle {
  /** Roles are about to leave the list: if the current one is among them, the next takes its place at once. */
  leave: (roleIds: ReadonlySet<string>) => void;
}

interface GridProps {
  gridRef: RefObject<HTMLDivElement | null>;
  rowsRef: Ref<RowsHandle>;
  list: List;
  total: number;
  onSort: (sort: Sort) => void;
  currentId: string | undefined;
  onCurrent: (roleId: string | undefined) => void;
  selection: Selection;
  selecting: Selecting;
}

/** The roles of a list as a grid: only the rows in sight exist, and only the pages near them are asked for. */
export function Grid(props: GridProps) {
  const { gridRef, rowsRef, list, total, onSort, currentId, onCurrent, selection, selecting } =
    props;
  const { t } = useTranslation(['queue']);
  const scroller = useRef<HTMLDivElement>(null);
  // The keys work from the start, unless the person is somewhere else already.
  useEffect(() => {
    if (document.activeElement === document.body) gridRef.current?.focus();
  }, [gridRef]);
  const rowPx = rowPxOf[useAppearance().density];
  const view = useScaledRows(scroller, total, rowPx);
  const drawn = { first: view.indexes[0] ?? 0, last: view.indexes.at(-1) ?? -1 };
  const { pages, current, isMoving, moveTo, leave } = useRows({
    list,
    total,
    near: nearby(drawn, total),
    scrolling: view.scrolling,
    currentId,
    onCurrent,
    decidedHere: useDecidedHere(),
  });
  useImperativeHandle(rowsRef, () => ({ leave }));
  useSteadyRow(view, hashKey([list]), isMoving ? undefined : currentId, current);

  const nowMs = useNow();
  const lines = useMemo(
    () =>
      view.indexes
        .filter((index) => index < total)
        .map((index): Line => ({ index, row: rowAt(pages, index), nowMs })),
    [view.indexes, total, pages, nowMs],
  );
  const sorting = useMemo(
    () => [{ id: list.sort.column, desc: list.sort.direction === 'descending' }],
    [list.sort],
  );
  const table = useTable({
    features,
    columns: columnsOf[list.queue],
    data: lines,
    getRowId: ({ index, row }) => row?.id ?? `${index}`,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { sorting },
    onSortingChange: (change) => {
      const [first] = functionalUpdate(change, sorting);
      const column = sortColumnSchema.safeParse(first?.id);
      if (first && column.success)
        onSort({ column: column.data, direction: first.desc ? 'descending' : 'ascending' });
    },
  });
  const late = useDelayed(lines.some(({ row }) => row === undefined));

  useRowCommands({ ...props, pages, current, moveTo, viewRows: view.viewRows });

  const click = (event: MouseEvent) => {
    const { index, onBox } = placeOf(event.target);
    const row = index === undefined ? undefined : rowAt(pages, index);
    if (index === undefined || !row) return;
    if (event.shiftKey) void selecting.extend(current, index);
    else if (onBox || event.ctrlKey || event.metaKey) selecting.toggle(index, row);
    if (!onBox) moveTo(index);
  };
  // The focus stays with the grid, which names its row.
  const hold = (event: MouseEvent) => placeOf(event.target).onBox && event.preventDefault();

  const widths = useColumnWidths();
  const isDrawn = lines.some(({ row }) => row?.id === currentId);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the commands of the rows have keys
    <div
      ref={gridRef}
      role="grid"
      aria-label={t('queue:grid')}
      data-testid="roles"
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={currentId && isDrawn ? rowId(currentId) : undefined}
      tabIndex={0}
      className={styles.grid}
      style={widths.style}
      onClick={click}
      onMouseDown={hold}
    >
      <GridHead table={table} widths={widths} />
      <div ref={scroller} role="rowgroup" className={styles.body}>
        <div role="presentation" className={styles.rows} style={{ height: view.heightPx }}>
          {table.getRowModel().rows.map((row) => (
            <GridRow
              key={row.id}
              row={row}
              topPx={view.topOf(row.original.index)}
              isCurrent={row.original.row !== undefined && row.original.row.id === currentId}
              isSelected={selection.has(row.id)}
              isLate={late}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Which row something in the grid lies in, and whether on its box. */
function placeOf(target: EventTarget): { index: number | undefined; onBox: boolean } {
  if (!(target instanceof Element)) return { index: undefined, onBox: false };
  const row = target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
  return {
    index: row ? Number(row) - 2 : undefined,
    onBox: target.closest('[data-box]') !== null,
  };
}
