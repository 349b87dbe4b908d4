import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './OutcomeDialog.module.css';
import { type Decided, worthRetrying } from './outcome.ts';

/** The most rows that are listed; how many more there are is said, and the file has them all. */
const most = 50;
const everyReason = 'all';

interface OutcomeDialogProps {
  outcome: Decided;
  onClose: () => void;
  /** Decides the same again on those for which that can help. */
  onRetry: () => void;
}

/** What became of a decision where not all could be decided: how many were, and which were not, why, and what to do. */
export function OutcomeDialog({ outcome, onClose, onRetry }: OutcomeDialogProps) {
  const { t } = useTranslation(['deciding', 'ui']);
  const words = useWords();
  const { mutate: exportList } = useTell('export:start');
  const [reason, setReason] = useState<string>(everyReason);
  const { substance, accepted, refused } = outcome;
  const roleIds = refused.flatMap(({ roleId, code }) => (code === 'unknown_role' ? [] : [roleId]));
  const { data } = useAsk('roles:check', { roleIds }, { enabled: roleIds.length > 0 });
  const known = new Map(data?.roles.map((role) => [role.roleId, role]));
  const rows = refused
    .filter(({ code }) => reason === everyReason || code === reason)
    .map(({ roleId, code }) => ({
      roleId,
      person: known.get(roleId)?.personName ?? t('deciding:outcome.unknownPerson'),
      body: known.get(roleId)?.bodyName ?? '',
      why: words.refusal(code),
    }));
  const codes = [...new Set(refused.map(({ code }) => code))];
  const countOf = (code: string) => refused.filter((each) => each.code === code).length;
  const retried = worthRetrying(refused).length;
  const write = () =>
    exportList({
      what: 'list',
      name: t('deciding:outcome.file'),
      head: [t('deciding:outcome.person'), t('deciding:outcome.body'), t('deciding:outcome.why')],
      rows: rows.map(({ person, body, why }) => [person, body, why]),
    });
  return (
    <Dialog
      title={t('deciding:outcome.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={write} data-testid="outcome-export">
            {t('deciding:outcome.export')}
          </Button>
          {retried > 0 && (
            <Button onPress={onRetry} data-testid="outcome-retry">
              {t('deciding:outcome.retry', { count: retried })}
            </Button>
          )}
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <p>
        {accepted.length > 0 &&
          t(`deciding:outcome.${substance.action}`, { count: accepted.length })}{' '}
        {t('deciding:outcome.refused', { count: refused.length })}
      </p>
      {codes.length > 1 && (
        <Choice
          label={t('deciding:outcome.why')}
          options={[
            { id: everyReason, name: t('deciding:outcome.every', { count: refused.length }) },
            ...codes.map((code) => ({
              id: code,
              name: `${words.refusal(code)} (${countOf(code)})`,
            })),
          ]}
          value={reason}
          onChange={setReason}
          testId="outcome-reason"
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ul className={styles.rows} tabIndex={0}>
        {rows.slice(0, most).map(({ roleId, person, body, why }) => (
          <li key={roleId}>
            <strong>{person}</strong>
            {body && <span className={styles.body}>{body}</span>}
            <p className={styles.why}>{why}</p>
          </li>
        ))}
      </ul>
      {rows.length > most && <p>{t('deciding:outcome.more', { count: rows.length - most })}</p>}
    </Dialog>
  );
}
