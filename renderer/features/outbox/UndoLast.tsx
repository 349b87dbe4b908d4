import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Undoable } from '../../../shared/desk/outbox.ts';
import { ask } from '../../desk/client.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { decisionsAnswered, useUndo } from '../../desk/useDecide.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { FootLine, FootWords } from '../../ui/FootLine.tsx';
import { keyOn } from '../../ui/keys.ts';

const saidForMs = 8_000;

interface UndoLastProps {
  /** Called with the role that a decision was taken back from, where it was one. */
  onBack: (roleId: string) => void;
  /** Ends a batch that is under way: what was taken back is not to be followed by its rest. */
  stopBatch: () => void;
}

/** What was decided last and can still be taken back, with the button and the key that do it. */
export function UndoLast({ onBack, stopBatch }: UndoLastProps) {
  const { t } = useTranslation(['outbox', 'codes']);
  const client = useQueryClient();
  const undoable = useAsk('outbox:summary', undefined).data?.undoable;
  const { mutateAsync, reset, data, error, isPending } = useUndo();
  const [isNothing, setNothing] = useState(false);
  const settle = () => {
    stopBatch();
    return decisionsAnswered(client);
  };
  const undo = async ({ batchId, count, roleId }: Undoable) => {
    setNothing(false);
    await settle();
    const { undone } = await mutateAsync({ batchId });
    if (count === 1 && undone === 1) onBack(roleId);
  };
  const undoNewest = useUndoNewest(settle, undo, () => {
    reset();
    setNothing(true);
  });
  // Always there: what was decided a moment ago may not be in the summary yet.
  useCommands('outbox', { undo: undoNewest });
  const said = isNothing || data !== undefined || error !== null;
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => {
      reset();
      setNothing(false);
    }, saidForMs);
    return () => clearTimeout(timer);
  }, [said, reset]);
  return (
    <FootLine>
      <FootWords aria-live="polite">
        {isNothing && t('outbox:nothingToUndo')}
        {data && t('outbox:undone', { count: data.undone })}
        {data && data.tooLate > 0 && ` ${t('outbox:tooLate', { count: data.tooLate })}`}
        {error && t(`codes:problem.${error.code}`)}
      </FootWords>
      {undoable && !said && <LastDecision undoable={undoable} />}
      {undoable && (
        <Button
          variant="link"
          keys={keyOn('undo')}
          onPress={() => void undo(undoable).catch(() => {})}
          isDisabled={isPending}
          data-testid="undo"
        >
          {t('outbox:undo')}
        </Button>
      )}
    </FootLine>
  );
}

/**
 * Takes back the decision taken last, also where the desk has not answered it yet or the words beside the button are still
 * of the one before; pressed again, the one before that.
 */
function useUndoNewest(
  settle: () => Promise<void>,
  undo: (newest: Undoable) => Promise<void>,
  onNothing: () => void,
): () => void {
  const turn = useRef(Promise.resolve());
  const undoOne = async () => {
    await settle();
    const { undoable } = await ask('outbox:summary', undefined);
    if (undoable) await undo(undoable);
    else onNothing();
  };
  // What went wrong is said by the telling itself; the next press is not to hang on it.
  return () => {
    turn.current = turn.current.then(undoOne).catch(() => {});
  };
}

function LastDecision({ undoable }: { undoable: Undoable }) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { action, count, personName, bodyName } = undoable;
  const done = t(`codes:done.${action}`);
  return (
    <FootWords>
      {count === 1
        ? t('outbox:last.one', { done, personName, bodyName })
        : t('outbox:last.batch', { done, count })}
    </FootWords>
  );
}
