import type { Mark } from '../../../shared/desk/overview.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './FigureTable.module.css';
import type { Shown, Spot } from './picture.ts';
import { useMarkName } from './useMarks.ts';

interface FigureTableProps {
  shown: Shown;
  caption: string;
  /** What its rows are: days, persons, countries. */
  rows: string;
  onShow: (mark: Mark) => void;
}

/** The same figures as a table; each leads to its rows as the mark does. */
export function FigureTable({ shown, caption, rows, onShow }: FigureTableProps) {
  const rowsInOrder = shown.groups.map((group, place) => ({ ...group, place }));
  if (shown.latestFirst) rowsInOrder.reverse();
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rows}</th>
            {shown.series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsInOrder.map(({ key, name, marks, place }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {shown.series.map((each, series) => (
                <td key={each.name}>
                  <Figure
                    {...{ shown, spot: { group: place, series }, mark: marks[series], onShow }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureProps {
  shown: Shown;
  spot: Spot;
  mark: Mark | undefined;
  onShow: (mark: Mark) => void;
}

function Figure({ shown, spot, mark, onShow }: FigureProps) {
  const { number } = useFormat();
  const nameOf = useMarkName();
  if (!mark) return null;
  if (mark.count === 0) return <span className={styles.none}>{number(0)}</span>;
  return (
    <Button variant="link" aria-label={nameOf(shown, spot, mark)} onPress={() => onShow(mark)}>
      {number(mark.count)}
    </Button>
  );
}
