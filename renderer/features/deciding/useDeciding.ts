import { useState } from 'react';
import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { codeOf, type DeskProblem } from '../../desk/client.ts';
import { leadBack } from '../../desk/leadBack.ts';
import { useDecide } from '../../desk/useDecide.ts';
import { type Decided, outcomeOf, type Substance, worthRetrying } from './outcome.ts';
import { partSize } from './parts.ts';
import type { Batch } from './useBatch.ts';

/** What the place of the actions does as a decision goes on. */
interface Following {
  /** The roles are taken to be decided: what comes after them can be shown. */
  onLeave: (action: OfferedAction, roleIds: string[]) => void;
  /** The desk did not take the decision on a role that was left for it. */
  onReturn: (roleId: string) => void;
  /** The desk has taken the decisions; those refused come with their codes. */
  onDecided: (decided: Decided) => void;
}

/**
 * Decides on roles, all in one call, and leads the focus back to the rows. A plain decision on one role is left at once,
 * before the desk has answered: it is there to be seen again where the desk refuses. What needs a reason is left once it
 * is taken, so that no text is lost. What is more than one part is left to the batch.
 */
export function useDeciding(batch: Batch, { onLeave, onReturn, onDecided }: Following) {
  const { mutateAsync, isPending, variables } = useDecide();
  const [outcome, setOutcome] = useState<Decided>();
  const [problem, setProblem] = useState<DeskProblem['code']>();

  /** Answers whether the desk has taken the call. */
  const decide = async (substance: Substance, roles: SeenRole[]): Promise<boolean> => {
    const [first] = roles;
    if (!first) return false;
    const left = substance.reason === undefined && roles.length === 1 ? first.roleId : undefined;
    if (left) {
      onLeave(substance.action, [left]);
      leadBack();
    }
    setProblem(undefined);
    if (roles.length > partSize) {
      batch.start(substance, roles);
      leadBack();
      return true;
    }
    try {
      const answer = await mutateAsync({ ...substance, roles });
      const decided = outcomeOf(substance, roles, answer);
      onLeave(substance.action, decided.accepted);
      if (decided.refused.length > 0) {
        setOutcome(decided);
        if (left) onReturn(left);
      } else if (!left) leadBack();
      onDecided(decided);
      return true;
    } catch (error) {
      setProblem(codeOf(error));
      if (left) onReturn(left);
      return false;
    }
  };
  return {
    decide,
    /** Whether a decision on these roles is under way. */
    isBusy: (roles: SeenRole[]) =>
      isPending && variables.roles.some(({ roleId }) => roleId === roles[0]?.roleId),
    /** Why nothing was decided, where that failed. */
    problem,
    outcome,
    forgetOutcome: () => {
      setOutcome(undefined);
      leadBack();
    },
    retry: () => {
      setOutcome(undefined);
      if (outcome) void decide(outcome.substance, worthRetrying(outcome.refused));
    },
  };
}
export type Deciding = ReturnType<typeof useDeciding>;
