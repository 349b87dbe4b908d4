import {
  hashKey,
  type QueryClient,
  queryOptions,
  type UseQueryResult,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { PageQuery, RolePage } from '../../../shared/desk/queues.ts';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { ask } from '../../desk/client.ts';
import { keyOf } from '../../desk/useDesk.ts';
import { pageRows, pagesOf, pagesToAsk } from './pages.ts';

/** Which roles in which order: what every page of a list has in common. */
export type List = Pick<PageQuery, 'queue' | 'filter' | 'sort'>;

/** The question for one page of a list; pages that are out of sight are dropped after a minute. */
function pageOptions(list: List, page: number) {
  const input = { ...list, offset: page * pageRows, limit: pageRows };
  return queryOptions({
    queryKey: keyOf('roles:page', input),
    queryFn: () => ask('roles:page', input),
    gcTime: 60_000,
  });
}

/** The question for the first rows of a list. */
export function firstPageOptions(list: List) {
  return pageOptions(list, 0);
}

/**
 * The list to show: the one wanted as soon as its first rows are here, until then the one before, so that nothing
 * blinks while one types a search.
 */
export function useArrivedList(wanted: List) {
  const [shown, setShown] = useState(wanted);
  const first = useQuery(firstPageOptions(wanted));
  const shownFirst = useQuery(firstPageOptions(shown));
  if (hashKey([shown]) !== hashKey([wanted]) && !first.isPending) setShown(wanted);
  return {
    list: shown,
    top: shownFirst.data,
    failed: shownFirst.isError,
    again: () => void shownFirst.refetch(),
  };
}

/** The pages of a list that are here, out of those with the rows near the view and the current row. */
export function useRolePages(
  list: List,
  near: { first: number; last: number },
  currentIndex: number | undefined,
  scrolling: boolean,
): ReadonlyMap<number, RolePage> {
  const client = useQueryClient();
  const wanted = pagesToAsk(
    pagesOf(near.first, near.last),
    (page) => client.getQueryData(pageOptions(list, page).queryKey) !== undefined,
    scrolling,
  );
  const current = currentIndex === undefined ? [] : pagesOf(currentIndex, currentIndex);
  const key = [...new Set([...wanted, ...current])].join();
  const numbers = useMemo(() => (key === '' ? [] : key.split(',').map(Number)), [key]);
  const combine = useCallback(
    (answers: UseQueryResult<RolePage>[]) =>
      new Map(answers.flatMap(({ data }, at) => (data ? [[numbers[at] ?? 0, data] as const] : []))),
    [numbers],
  );
  return useQueries({ queries: numbers.map((page) => pageOptions(list, page)), combine });
}

/** The roles of a stretch of the list with their revisions, read anew only where a page is not here. */
export async function rolesBetween(
  client: QueryClient,
  list: List,
  first: number,
  last: number,
): Promise<SeenRole[]> {
  const pages = await Promise.all(
    pagesOf(first, last).map(async (page) => {
      const { rows } = await client.fetchQuery(pageOptions(list, page));
      return rows.map(({ id, revision }, place) => ({
        index: page * pageRows + place,
        role: { roleId: id, revision },
      }));
    }),
  );
  return pages
    .flat()
    .filter(({ index }) => index >= first && index <= last)
    .map(({ role }) => role);
}
