import { useState } from 'react';
import type { Filter, Queue, Sort } from '../../shared/desk/queues.ts';
import { type Look, newWorkspace, type Workspace } from '../../shared/desk/workspace.ts';
import { carriedTo, deadlineLook, deadlines, isSameLook, wholeQueue } from '../desk/look.ts';
import { nothingSelected, type Selection } from '../desk/selection.ts';
import { useAsk } from '../desk/useDesk.ts';
import { useKeptLook } from './useKeptLook.ts';

/** What is looked at, and the saved view that it began with. */
interface Opened {
  look: Look;
  viewId?: string | undefined;
}

/** What is chosen while one works through a queue: which queue, what of it in what order, the current role, the selected ones. */
export function useTriage() {
  const { data: workspace, isError } = useAsk('workspace:get', undefined);
  const [opened, setOpened] = useState<Opened>();
  if (!opened && (workspace || isError)) setOpened(openedWith(workspace ?? newWorkspace));
  useKeptLook(opened?.look);
  const { look, viewId } = opened ?? openedWith(newWorkspace);
  const { queue, filter, sort } = look;
  const [currentId, setCurrentId] = useState<string>();
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const change = (part: Partial<Look>) =>
    setOpened((now) => now && { ...now, look: { ...now.look, ...part } });
  const open = (next: Opened, roleId?: string) => {
    setOpened(next);
    setCurrentId(roleId);
    setSelection(nothingSelected);
  };
  return {
    /** Whether it is known with what to begin. */
    isOpen: opened !== undefined,
    look,
    queue,
    filter,
    /** What is selected stays, so that one can look for more; as somebody else one begins anew (rule 12). */
    setFilter: (next: Filter) => {
      change({ filter: next });
      if (next.as === filter.as) return;
      setCurrentId(undefined);
      setSelection(nothingSelected);
    },
    sort,
    setSort: (next: Sort) => change({ sort: next }),
    viewId,
    currentId,
    setCurrentId,
    selection,
    setSelection,
    /** Takes roles out of the selection. */
    letGo: (roleIds: string[]) => {
      const gone = new Set(roleIds);
      setSelection((now) =>
        [...now.keys()].some((id) => gone.has(id))
          ? new Map([...now].filter(([id]) => !gone.has(id)))
          : now,
      );
    },
    /** Goes to a queue. What one looked for by hand stays, a view or a deadline is left; what was selected does not stay. */
    enter: (next: Queue) => {
      if (viewId !== undefined || isDeadline(look)) open({ look: wholeQueue(next, filter.as) });
      else if (next !== queue) open({ look: carriedTo(next, filter) });
    },
    /** Looks at something else, as whom one works now; at a saved view where it is one. */
    lookAt: (next: Look, nextViewId?: string) => {
      const { queue, sort } = next;
      const seen = { queue, filter: { ...next.filter, as: filter.as }, sort };
      if (isSameLook(seen, look)) setOpened({ look: seen, viewId: nextViewId });
      else open({ look: seen, viewId: nextViewId });
    },
    /** Shows one role in its queue, whatever was looked for before. */
    show: (next: Queue, roleId: string) => open({ look: wholeQueue(next, undefined) }, roleId),
  };
}
export type Triage = ReturnType<typeof useTriage>;

/** The desk opens with the default view, or else as it was left. */
export function openedWith({ views, defaultViewId, last }: Workspace): Opened {
  const byDefault = views.find(({ id }) => id === defaultViewId);
  if (byDefault) {
    const { id, queue, filter, sort } = byDefault;
    return { look: { queue, filter: { ...filter, as: last?.filter.as }, sort }, viewId: id };
  }
  const look = last ?? wholeQueue('requested', undefined);
  return { look, viewId: views.find((view) => isSameLook(view, look))?.id };
}

function isDeadline(look: Look): boolean {
  return deadlines.some((deadline) => isSameLook(deadlineLook(deadline, undefined), look));
}
