// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that are not there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
import { FlexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { features, Line } from './columns.tsx';
import styles from './Grid.module.css';
import { SelectBox } from './SelectBox.tsx';

interface GridRowProps {
  row: Row<typeof features, Line>;
  topPx: number;
  isCurrent: boolean;
  isSelected: boolean;
  /** Its page has been awaited for so long that something should stand in its place. */
  isLate: boolean;
}

/** The id of a row in the document, for what points at it. */
export function rowId(roleId: string): string {
  return `role-${roleId}`;
}

/** A role, or the place of one whose page is still awaited; the grid listens to the clicks on it. */
export const GridRow = memo(RowOfGrid, isSame);

function RowOfGrid({ row, topPx, isCurrent, isSelected, isLate }: GridRowProps) {
  const { t } = useTranslation(['queue']);
  const { index, row: role } = row.original;
  const place = { 'aria-rowindex': index + 2, style: { transform: `translateY(${topPx}px)` } };
  if (!role)
    return (
      <div role="row" aria-busy="true" className={`${styles.row} ${styles.columns}`} {...place}>
        <div role="gridcell" className={styles.cell} />
        <div role="gridcell" className={styles.cell}>
          {isLate && <span className={styles.awaited} />}
        </div>
      </div>
    );
  return (
    <div
      role="row"
      id={rowId(role.id)}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      data-role-id={role.id}
      data-status={role.status}
      className={`${styles.row} ${styles.columns}`}
      {...place}
    >
      <div role="gridcell" className={styles.cell}>
        <SelectBox
          name={t('queue:row.select', { person: role.personName, body: role.bodyName })}
          isSelected={isSelected}
        />
      </div>
      {row.getAllCells().map((cell) => (
        <div key={cell.id} role="gridcell" className={styles.cell} data-column={cell.column.id}>
          <FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}

/** The table makes its rows anew with every change of its data; what counts is the role in them and its columns. */
function isSame(one: GridRowProps, other: GridRowProps): boolean {
  const [a, b] = [one.row.original, other.row.original];
  return (
    a.row === b.row &&
    a.index === b.index &&
    a.nowMs === b.nowMs &&
    one.row.table.options.columns === other.row.table.options.columns &&
    one.topPx === other.topPx &&
    one.isCurrent === other.isCurrent &&
    one.isSelected === other.isSelected &&
    one.isLate === other.isLate
  );
}
