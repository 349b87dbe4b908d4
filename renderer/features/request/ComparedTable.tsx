import { useTranslation } from 'react-i18next';
import type { DuplicateCandidate } from '../../../shared/desk/detail.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './ComparedTable.module.css';
import { type Compared, compared } from './compared.ts';

interface ComparedTableProps {
  body: Body;
  candidate: DuplicateCandidate;
}

/** Two operators field by field; a word and a bar mark what differs. */
export function ComparedTable({ body, candidate: { name, body: existing } }: ComparedTableProps) {
  const { t } = useTranslation(['request', 'codes']);
  const { capital } = useFormat();
  const words = useWords();
  if (!existing) return <Notice tone="info">{t('request:compare.unknown', { name })}</Notice>;
  const shown = ({ field }: Compared, values: string[]) =>
    values.length === 0
      ? t('request:compare.none')
      : values.map((value) => (
          <span key={value} className={styles.value}>
            {field === 'activities' ? capital(words.function(value)) : value}
          </span>
        ));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('request:compare.field')}</th>
          <th scope="col">{t('request:compare.new')}</th>
          <th scope="col">{t('request:compare.existing')}</th>
        </tr>
      </thead>
      <tbody>
        {compared(body, existing).map((row) => (
          <tr key={row.field} data-differs={row.differs || undefined}>
            <th scope="row">
              {t(`request:compare.fields.${row.field}`)}
              {row.differs && <Tag tone="warning">{t('request:compare.differs')}</Tag>}
            </th>
            <td>{shown(row, row.values)}</td>
            <td>{shown(row, row.existing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
