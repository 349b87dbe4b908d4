import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, PictureName } from '../../../shared/desk/overview.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Bars } from './Bars.tsx';
import { Columns } from './Columns.tsx';
import { FigureTable } from './FigureTable.tsx';
import { Swatch } from './Looks.tsx';
import styles from './Picture.module.css';
import { highest, type Shown, type Spot } from './picture.ts';
import { useMarkName } from './useMarks.ts';

/** What each picture is given by the overview. */
export interface PictureFrame {
  isTable: boolean;
  onTable: (isTable: boolean) => void;
  onShow: (mark: Mark) => void;
}

interface PictureProps extends PictureFrame {
  name: PictureName;
  shape: 'columns' | 'bars';
  title: string;
  /** What exactly is counted. */
  note: string;
  /** What the rows of the table are. */
  rows: string;
  /** What to say where nothing is counted. */
  empty: string;
  shown: Shown;
}

/** A picture of figures with its title, or the table behind it. */
export function Picture(props: PictureProps) {
  const { name, title, note, shown, isTable, onShow } = props;
  const { t } = useTranslation(['overview']);
  const id = useId();
  const [pointed, setPointed] = useState<Spot>();
  const nameOf = useMarkName();
  const pointedMark = pointed && shown.groups[pointed.group]?.marks[pointed.series];
  const Chart = props.shape === 'columns' ? Columns : Bars;
  const isEmpty = highest(shown) === 0;
  return (
    <section className={styles.picture} aria-labelledby={id} data-testid={`picture-${name}`}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Checkbox isSelected={isTable} onChange={props.onTable} aria-describedby={id}>
          {t('overview:asTable')}
        </Checkbox>
      </header>
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
      {isEmpty ? (
        <p className={styles.empty}>{props.empty}</p>
      ) : isTable ? (
        <FigureTable {...{ shown, onShow, caption: title, rows: props.rows }} />
      ) : (
        <>
          {shown.series.length > 1 && (
            <ul className={styles.legend} aria-label={t('overview:legend')}>
              {shown.series.map((series) => (
                <li key={series.name}>
                  <Swatch look={series.look} />
                  {series.name}
                </li>
              ))}
            </ul>
          )}
          <Chart
            {...{ shown, onShow, labelledBy: id, describedBy: `${id}-note`, onPoint: setPointed }}
          />
          <p className={styles.pointed} aria-hidden="true">
            {pointedMark && nameOf(shown, pointed, pointedMark)}
          </p>
        </>
      )}
    </section>
  );
}
