import { useEffect, useRef, useState } from 'react';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { codeOf, type DeskProblem } from '../../desk/client.ts';
import { useDecide } from '../../desk/useDecide.ts';
import { useTell } from '../../desk/useDesk.ts';
import { type Decided, joined, outcomeOf, type Substance } from './outcome.ts';
import { decideInParts, Gate } from './parts.ts';

/** A batch on its way, or how it ended: `stopped` by the person, or `failed` where the desk did not take a part. */
export interface BatchRun {
  state: 'running' | 'paused' | 'ended' | 'stopped' | 'failed';
  total: number;
  decided: Decided;
  problem?: DeskProblem['code'];
}

/**
 * Decides on more roles than one call takes: one batch at a time, that can be paused and stopped between its parts.
 * @param onDecided called at its end with the roles that are decided
 */
export function useBatch(onDecided: (roleIds: string[]) => void) {
  const { mutateAsync } = useDecide();
  const [run, setRun] = useState<BatchRun>();
  const gate = useRef(new Gate());
  const { mutate: tellUndecided } = useTell('app:undecided');
  const undecided = run && isUnderWay(run.state) ? run.total - answeredIn(run.decided) : 0;
  useEffect(() => tellUndecided({ count: undecided }), [tellUndecided, undecided]);
  // Whoever comes after this person does not go on with it.
  useEffect(() => () => gate.current.stop(), []);

  const start = async (substance: Substance, roles: SeenRole[]) => {
    const own = new Gate();
    gate.current = own;
    let decided: Decided = { substance, accepted: [], refused: [] };
    setRun({ state: 'running', total: roles.length, decided });
    const end = (how: Pick<BatchRun, 'state' | 'problem'>) =>
      setRun({ ...how, total: roles.length, decided });
    try {
      await decideInParts(roles, own, async (part, batchId) => {
        const answer = await mutateAsync({
          ...substance,
          roles: part,
          ...(batchId && { batchId }),
        });
        decided = joined(decided, outcomeOf(substance, part, answer));
        setRun((now) => now && { ...now, decided });
        return answer.batchId;
      });
      end({ state: own.isStopped ? 'stopped' : 'ended' });
    } catch (error) {
      end({ state: 'failed', problem: codeOf(error) });
    }
    onDecided(decided.accepted);
  };
  // It may have ended while the person reached for the button.
  const become = (from: BatchRun['state'], state: BatchRun['state']) =>
    setRun((now) => (now?.state === from ? { ...now, state } : now));
  return {
    run,
    isUnderWay: run !== undefined && isUnderWay(run.state),
    start: (substance: Substance, roles: SeenRole[]) => void start(substance, roles),
    pause: () => {
      gate.current.close();
      become('running', 'paused');
    },
    goOn: () => {
      gate.current.open();
      become('paused', 'running');
    },
    stop: () => gate.current.stop(),
    /** The person has read how it ended. */
    forget: () => setRun(undefined),
  };
}

/** Whether a batch in this state goes on, now or when the person lets it. */
export function isUnderWay(state: BatchRun['state']): state is 'running' | 'paused' {
  return state === 'running' || state === 'paused';
}

/** How many roles of a batch the desk has answered for. */
export function answeredIn({ accepted, refused }: Decided): number {
  return accepted.length + refused.length;
}

export type Batch = ReturnType<typeof useBatch>;
