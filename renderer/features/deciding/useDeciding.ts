import { useState } from 'react';
import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { Messages } from '../../../shared/desk/message.ts';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { useDecide } from '../../desk/useDecide.ts';
import { type Decided, outcomeOf } from './outcome.ts';

interface Draft {
  action: OfferedAction;
  reason?: string;
  message?: string | Messages;
}

/**
 * Decides on roles, all in one call, and leads the focus back to the rows. One decision at a time: a key that is
 * pressed while one is under way does nothing.
 */
export function useDeciding(roles: SeenRole[], onDecided: (decided: Decided) => void) {
  const { mutateAsync, isPending, error } = useDecide();
  const [outcome, setOutcome] = useState<Decided>();

  const decide = async (draft: Draft) => {
    if (isPending || roles.length === 0) return;
    const answer = await mutateAsync({ ...draft, roles }).catch(() => undefined);
    if (!answer) return;
    const decided = outcomeOf(draft.action, answer);
    if (decided.refused.length > 0) setOutcome(decided);
    else leadBack();
    onDecided(decided);
  };
  return {
    decide,
    isPending,
    /** Why nothing was decided, where that failed. */
    problem: error?.code,
    outcome,
    forgetOutcome: () => {
      setOutcome(undefined);
      leadBack();
    },
  };
}

/**
 * Gives the focus to the grid, which has it for its rows; it belongs to another feature and is known by its fixed
 * handle. A frame later, as a dialog keeps the focus until it has gone.
 */
function leadBack(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-testid="roles"]')?.focus(),
  );
}
