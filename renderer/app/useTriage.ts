import { useState } from 'react';
import { type Filter, noFilter, type Queue, type Sort } from '../../shared/desk/queues.ts';
import { nothingSelected, type Selection } from '../desk/selection.ts';

/** Each queue opens with what presses most on top. */
const firstSort: Record<Queue, Sort> = {
  requested: { column: 'due', direction: 'ascending' },
  suspended: { column: 'decided', direction: 'descending' },
  valid: { column: 'person', direction: 'ascending' },
  decided: { column: 'decided', direction: 'descending' },
};

/** What is chosen while one works through a queue: which queue, what of it in what order, the current role, the selected ones. */
export function useTriage() {
  const [queue, setQueue] = useState<Queue>('requested');
  const [filter, setFilter] = useState(noFilter);
  const [sort, setSort] = useState(firstSort.requested);
  const [currentId, setCurrentId] = useState<string>();
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const enter = (next: Queue, roleId?: string) => {
    setQueue(next);
    setSort(firstSort[next]);
    setCurrentId(roleId);
    setSelection(nothingSelected);
  };
  return {
    queue,
    filter,
    /** What is selected stays, so that one can look for more; as somebody else one begins anew (rule 12). */
    setFilter: (next: Filter) => {
      setFilter(next);
      if (next.as === filter.as) return;
      setCurrentId(undefined);
      setSelection(nothingSelected);
    },
    sort,
    setSort,
    currentId,
    setCurrentId,
    selection,
    setSelection,
    /** Goes to another queue; what one looks for stays, what was selected does not. */
    enter: (next: Queue) => enter(next),
    /** Shows what a filter leaves in a queue, in place of what was looked for before. */
    lookAt: (next: Queue, wanted: Filter) => {
      setFilter(wanted);
      enter(next);
    },
    /** Shows one role in its queue, whatever was looked for before. */
    show: (next: Queue, roleId: string) => {
      setFilter(noFilter);
      enter(next, roleId);
    },
  };
}
export type Triage = ReturnType<typeof useTriage>;
