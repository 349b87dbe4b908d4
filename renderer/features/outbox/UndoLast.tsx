import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undoable } from '../../../shared/desk/outbox.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { keyOn } from '../../ui/keys.ts';
import styles from './UndoLast.module.css';

const saidForMs = 8_000;

/** What was decided last and can still be taken back, with the button and the key that do it. */
export function UndoLast() {
  const { t } = useTranslation(['outbox', 'codes']);
  const undoable = useAsk('outbox:summary', undefined).data?.undoable;
  const { mutate, reset, data, error, isPending } = useTell('outbox:undo');
  const undo = () => undoable && mutate({ batchId: undoable.batchId });
  useCommands('outbox', { undo: undoable && !isPending ? () => void undo() : undefined });
  const said = data !== undefined || error !== null;
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(reset, saidForMs);
    return () => clearTimeout(timer);
  }, [said, reset]);
  return (
    <div className={styles.last}>
      <span className={styles.words} aria-live="polite">
        {data && t('outbox:undone', { count: data.undone })}
        {data && data.tooLate > 0 && ` ${t('outbox:tooLate', { count: data.tooLate })}`}
        {error && t(`codes:problem.${error.code}`)}
      </span>
      {undoable && !said && <LastDecision undoable={undoable} />}
      {undoable && (
        <Button
          variant="link"
          keys={keyOn('undo')}
          onPress={undo}
          isDisabled={isPending}
          data-testid="undo"
        >
          {t('outbox:undo')}
        </Button>
      )}
    </div>
  );
}

function LastDecision({ undoable }: { undoable: Undoable }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { action, count, personName, bodyName } = undoable;
  const done = t(`codes:done.${action}`);
  return (
    <span className={styles.words}>
      {count === 1
        ? t('outbox:last.one', { done, personName, bodyName })
        : t('outbox:last.batch', { done, count })}
    </span>
  );
}
