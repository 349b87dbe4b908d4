import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '../../../shared/wire/history.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { haveClocksParted } from './clocks.ts';
import styles from './Request.module.css';

/** What happened to a role so far, oldest first; off line only what the role itself tells. */
export function History({ roleId }: { roleId: string }) {
  const { t } = useTranslation(['request']);
  const { data } = useAsk('roles:history', { roleId });
  if (!data || (data.complete && data.lines.length === 0)) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('request:history.heading')}</h3>
      <ol className={styles.history}>
        {data.lines.map((line) => (
          <Line key={`${line.revision} ${line.recordedAt} ${line.action}`} line={line} />
        ))}
      </ol>
      {!data.complete && <p className={styles.more}>{t('request:history.incomplete')}</p>}
    </section>
  );
}

/**
 * One line of the audit log; both clocks where they differ (rule 13). What was written with the request stands in a place of
 * its own.
 */
function Line({ line }: { line: HistoryLine }) {
  const { t } = useTranslation(['request']);
  const { moment } = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const what = words.done(line.action);
  const name = line.actor === 'system' ? t('request:history.system') : line.actor.name;
  return (
    <li className={styles.event}>
      <span className={styles.when}>{moment(line.recordedAt, nowMs)}</span>
      <span className={styles.what}>
        {t('request:history.by', { what, name })}
        {line.decidedAt && haveClocksParted(line.decidedAt, line.recordedAt) && (
          <span className={styles.more}>
            {t('request:history.clocks', {
              decidedAt: moment(line.decidedAt, nowMs),
              recordedAt: moment(line.recordedAt, nowMs),
            })}
          </span>
        )}
        {line.reason && (
          <span className={styles.more}>
            {t('request:reason', { reason: words.reason(line.reason) })}
          </span>
        )}
        {line.message && line.action !== 'request' && (
          <span className={styles.more}>{line.message}</span>
        )}
      </span>
    </li>
  );
}
