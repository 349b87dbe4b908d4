import {
  hashKey,
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { CallAnswer, CallInput, CallName } from '../../shared/desk/calls.ts';
import { ask, DeskProblem } from './client.ts';

const passing: ReadonlySet<string> = new Set<DeskProblem['code']>(['interrupted', 'not_ready']);
const retries = 5;

/** What holds for every question: the desk is always there, answers stay fresh until it says otherwise. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (count, error) => isPassing(error) && count < retries,
        retryDelay: (count) => 100 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** The key of an answer in the cache: the name of the call first, `keepFresh` goes by it. */
export function keyOf<N extends CallName>(name: N, input: CallInput<N>): readonly unknown[] {
  return [name, input];
}

/**
 * Asks the desk and asks again when the answer may have changed.
 * @param options `enabled`: whether to ask at all; `keepPrevious`: show the last answer while a new input is asked for
 */
export function useAsk<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<CallAnswer<N>, DeskProblem> {
  return useQuery<CallAnswer<N>, DeskProblem>({
    queryKey: keyOf(name, input),
    // A query must not answer undefined; what answers nothing is told, not asked.
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Asks ahead for what is likely to be shown next, so that it is there at once. */
export function usePrepared<N extends CallName>(name: N, inputs: CallInput<N>[]): void {
  const client = useQueryClient();
  const prepare = useEffectEvent(() => {
    for (const input of inputs)
      void client.prefetchQuery({ queryKey: keyOf(name, input), queryFn: () => ask(name, input) });
  });
  const key = hashKey([name, inputs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for what is named anew
  useEffect(() => prepare(), [key]);
}

/** Tells the desk to do something; what changes by it comes back as topics. */
export function useTell<N extends CallName>(
  name: N,
): UseMutationResult<CallAnswer<N>, DeskProblem, CallInput<N>> {
  return useMutation<CallAnswer<N>, DeskProblem, CallInput<N>>({
    mutationFn: (input) => ask(name, input),
  });
}

function isPassing(error: unknown): boolean {
  return error instanceof DeskProblem && passing.has(error.code);
}
