import {
  type MutationState,
  type QueryClient,
  type UseMutationResult,
  useMutation,
  useMutationState,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallAnswer, CallInput } from '../../shared/desk/calls.ts';
import type { Decide, DecideAnswer } from '../../shared/desk/outbox.ts';
import { ask, type DeskProblem } from './client.ts';
import { stillDecided } from './stillDecided.ts';

const mutationKey = ['decisions:decide'];
const undoKey = ['outbox:undo'];
type Undo = CallInput<'outbox:undo'>;
type Undone = CallAnswer<'outbox:undo'>;

/** Decides; `useDecidedHere` hears of it wherever it is asked. */
export function useDecide(): UseMutationResult<DecideAnswer, DeskProblem, Decide> {
  return useMutation({ mutationKey, mutationFn: (input) => ask('decisions:decide', input) });
}

/** Takes back; what came back does not count as decided here any more. */
export function useUndo(): UseMutationResult<Undone, DeskProblem, Undo> {
  return useMutation({ mutationKey: undoKey, mutationFn: (input) => ask('outbox:undo', input) });
}

/** Resolves when the desk has answered every decision that was taken in this window. */
export function decisionsAnswered(client: QueryClient): Promise<void> {
  const isAnswered = () => client.isMutating({ mutationKey }) === 0;
  return new Promise((resolve) => {
    if (isAnswered()) return resolve();
    const end = client.getMutationCache().subscribe(() => {
      if (!isAnswered()) return;
      end();
      resolve();
    });
  });
}

/** Tells whether a role was decided in this window a short while ago, from where it leaves its queue. */
export function useDecidedHere(): (roleId: string) => boolean {
  const decided = useMutationState<MutationState<DecideAnswer, DeskProblem, Decide>>({
    filters: { mutationKey, status: 'success' },
  });
  const undone = useMutationState<MutationState<Undone, DeskProblem, Undo>>({
    filters: { mutationKey: undoKey, status: 'success' },
  });
  return useMemo(() => {
    const answers = decided.flatMap(({ data }) => data ?? []);
    const roleIds = stillDecided(
      answers,
      undone.flatMap(({ variables }) => variables ?? []),
    );
    return (roleId) => roleIds.has(roleId);
  }, [decided, undone]);
}
