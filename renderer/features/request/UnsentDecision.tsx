import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Request.module.css';

/** The decision of this desk that the registry has not recorded: what, where it is, why. */
export function UnsentDecision({ entry }: { entry: OutboxEntry }) {
  const { t } = useTranslation(['request']);
  const { moment, time } = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const isOpen = entry.state === 'conflict' || entry.state === 'refused';
  const where = {
    held: () => t('request:unsent.held', { time: time(entry.heldUntil ?? entry.decidedAt) }),
    waiting: () => t('request:unsent.waiting'),
    sent: () => t('request:unsent.sent'),
    conflict: () => t('request:unsent.conflict'),
    refused: () => t('request:unsent.refused', { why: words.refusal(entry.code ?? '') }),
  }[entry.state];
  return (
    <Notice
      tone={isOpen ? 'danger' : 'neutral'}
      title={t('request:unsent.title', {
        decision: words.done(entry.action),
        when: moment(entry.decidedAt, nowMs),
      })}
    >
      {where()}
      {entry.targetName && (
        <span className={styles.line}>
          {t(entry.action === 'reassign' ? 'request:unsent.to' : 'request:unsent.attachedTo', {
            name: entry.targetName,
          })}
        </span>
      )}
      {entry.reason && (
        <span className={styles.line}>
          {t('request:reason', { reason: words.reason(entry.reason) })}
        </span>
      )}
      {entry.message && <span className={styles.line}>{entry.message}</span>}
    </Notice>
  );
}
