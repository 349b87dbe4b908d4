import {
  type MutationState,
  type UseMutationResult,
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
