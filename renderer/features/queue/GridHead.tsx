// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are not there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
import { FlexRender, type ReactTable } from '@tanstack/react-table';
import type { features, Line } from './columns.tsx';
import styles from './Grid.module.css';
import { Title } from './Title.tsx';

/** The heads of the columns; those that sort are buttons. */
export function GridHead({ table }: { table: ReactTable<typeof features, Line> }) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.columns}>
        <div role="columnheader" className={styles.cell}>
          <span className="visually-hidden">
            <Title of="selected" />
          </span>
        </div>
        {table.getFlatHeaders().map((header) => {
          const { column } = header;
          const sorted = column.getIsSorted();
          return (
            <div
              key={column.id}
              role="columnheader"
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
                  <FlexRender header={header} />
                  {sorted && <span aria-hidden="true">{sorted === 'desc' ? '↓' : '↑'}</span>}
                </button>
              ) : (
                <FlexRender header={header} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
