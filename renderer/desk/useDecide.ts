import {
  type MutationState,
  type QueryClient,
  type UseMutationResult,
  useIsMutating,
  useMutation,
  useMutationState,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Decide, DecideAnswer } from '../../shared/desk/outbox.ts';
import { ask, type DeskProblem } from './client.ts';

const mutationKey = ['decisions:decide'];

/** Decides; `useDecidedHere` hears of it wherever it is asked. */
export function useDecide(): UseMutationResult<DecideAnswer, DeskProblem, Decide> {
  return useMutation({ mutationKey, mutationFn: (input) => ask('decisions:decide', input) });
}

/** Whether the desk has yet to answer a decision. */
export function useIsDeciding(): boolean {
  return useIsMutating({ mutationKey }) > 0;
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
  return useMemo(() => {
    const outcomes = decided.flatMap(({ data }) => data?.outcomes ?? []);
    const accepted = new Set(
      outcomes.filter(({ outcome }) => outcome === 'accepted').map(({ roleId }) => roleId),
    );
    return (roleId) => accepted.has(roleId);
  }, [decided]);
}
