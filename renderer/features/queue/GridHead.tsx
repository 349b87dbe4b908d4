// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are not there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
import { FlexRender, type ReactTable } from '@tanstack/react-table';
import { useId } from 'react';
import { ColumnEdge } from './ColumnEdge.tsx';
import type { features, Line } from './columns.tsx';
import styles from './Grid.module.css';
import { Title } from './Title.tsx';
import type { ColumnWidths } from './useColumnWidths.ts';

interface GridHeadProps {
  table: ReactTable<typeof features, Line>;
  widths: ColumnWidths;
}

/** The heads of the columns; those that sort are buttons, and all but the last have an edge to draw. */
export function GridHead({ table, widths }: GridHeadProps) {
  const id = useId();
  const headers = table.getFlatHeaders();
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.columns}>
        <div role="columnheader" className={styles.cell}>
          <span className="visually-hidden">
            <Title of="selected" />
          </span>
        </div>
        {headers.map((header, at) => {
          const { column } = header;
          const sorted = column.getIsSorted();
          const titleId = `${id}-${column.id}`;
          const title = (
            <span id={titleId}>
              <FlexRender header={header} />
            </span>
          );
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-labelledby={titleId}
              aria-sort={sorted ? (sorted === 'desc' ? 'descending' : 'ascending') : undefined}
              className={styles.cell}
              data-column={column.id}
            >
              {column.getCanSort() ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => column.toggleSorting(sorted === 'asc')}
                >
                  {title}
                  {sorted && <span aria-hidden="true">{sorted === 'desc' ? '↓' : '↑'}</span>}
                </button>
              ) : (
                title
              )}
              {at < headers.length - 1 && (
                <ColumnEdge column={column.id} titleId={titleId} widths={widths} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
