import { useTranslation } from 'react-i18next';
import type { Queue, RoleRow } from '../../../shared/desk/queues.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import styles from './Printing.module.css';

/** The rows of a view on paper: as on the screen, but for deadlines, which are dates here. */
export function PrintTable({ queue, rows }: { queue: Queue; rows: RoleRow[] }) {
  const { t } = useTranslation(['export']);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('export:column.person')}</th>
          <th scope="col">{t('export:column.body')}</th>
          <th scope="col">
            {t(queue === 'requested' ? 'export:column.due' : 'export:column.decision')}
          </th>
          <th scope="col">
            {t(queue === 'decided' ? 'export:column.registry' : 'export:column.advice')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PrintRow key={row.id} queue={queue} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function PrintRow({ queue, row }: { queue: Queue; row: RoleRow }) {
  const { t } = useTranslation(['export', 'codes']);
  const { country, capital, full } = useFormat();
  const words = useWords();
  const place = row.type === 'authority' && row.bodyCode ? row.bodyCode : country(row.country);
  const role = [t(`codes:roleType.${row.type}`), words.function(row.function)].map(capital);
  const advice = row.advice.map((code) => t(`codes:advice.${code}.tag`));
  const unsent = row.unsent && t(`export:state.${row.unsent}`);
  const recorded = row.decided && t('export:state.recorded');
  return (
    <tr>
      <Cell first={row.personName} second={row.personEmail} />
      <Cell first={row.bodyName} second={[...role, place].join(' · ')} />
      {queue === 'requested' ? <Cell first={full(row.dueAt)} /> : <DecisionCell row={row} />}
      {queue === 'decided' ? (
        <Cell first={capital(unsent ?? recorded ?? '')} />
      ) : (
        <Cell first={[...(unsent ? [capital(unsent)] : []), ...advice].join(', ')} />
      )}
    </tr>
  );
}

function DecisionCell({ row }: { row: RoleRow }) {
  const { t } = useTranslation(['export']);
  const { full } = useFormat();
  const words = useWords();
  if (row.isSuspendedBySystem)
    return <Cell first={words.done('suspend')} second={t('export:bySystem')} />;
  if (!row.decided) return <Cell first="" />;
  const { action, at, byName } = row.decided;
  return <Cell first={words.done(action)} second={`${full(at)} · ${byName ?? t('export:here')}`} />;
}

function Cell({ first, second }: { first: string; second?: string }) {
  return (
    <td>
      <span className={styles.first}>{first}</span>
      {second && <span className={styles.second}>{second}</span>}
    </td>
  );
}
