import { hashKey } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import type { RolePage } from '../../../shared/desk/queues.ts';
import { follow, type Place } from './following.ts';
import { indexOf, rowAt } from './pages.ts';
import { heir } from './steps.ts';
import { type List, useRolePages } from './useRolePages.ts';

interface Rows {
  pages: ReadonlyMap<number, RolePage>;
  /** The index of the current row, or of the row that becomes current as soon as it is here. */
  current: number | undefined;
  /** Whether another row is about to become current. */
  isMoving: boolean;
  /** Makes the row at an index current. */
  moveTo: (index: number) => void;
  /** Lets the current row give way at once, where it is one of those that are about to leave the list. */
  leave: (roleIds: ReadonlySet<string>) => void;
}

/**
 * The rows of the grid that are here, and the current one among them: it is kept while the list changes under it, and
 * gives way to the next one after a decision made here.
 */
export function useRows(options: {
  list: List;
  total: number;
  near: { first: number; last: number };
  scrolling: boolean;
  currentId: string | undefined;
  onCurrent: (roleId: string | undefined) => void;
  decidedHere: (roleId: string) => boolean;
}): Rows {
  const { list, total, near, scrolling, currentId, onCurrent, decidedHere } = options;
  const [wanted, setWanted] = useState<number>();
  const [found, setFound] = useState<Place & { list: string }>();
  const listKey = hashKey([list]);
  const known = found?.roleId === currentId && found?.list === listKey ? found : undefined;
  const current = wanted ?? known?.index;
  const pages = useRolePages(list, near, current, scrolling);

  useLayoutEffect(() => {
    const row = wanted === undefined ? undefined : rowAt(pages, wanted);
    if (wanted === undefined || !row) return;
    setWanted(undefined);
    setFound({ list: listKey, roleId: row.id, index: wanted, pages });
    onCurrent(row.id);
  }, [wanted, pages, listKey, onCurrent]);

  useLayoutEffect(() => {
    if (currentId === undefined) return;
    const place = { list: listKey, roleId: currentId, pages };
    if (!known) {
      const index = indexOf(pages, currentId);
      if (index !== undefined) setFound({ ...place, index });
      return;
    }
    const followed = follow(known, pages, total, decidedHere);
    if (followed.kind === 'stays') {
      const { index } = followed;
      if (index !== known.index || pages !== known.pages) setFound({ ...place, index });
    } else if (followed.kind === 'next') {
      const { roleId, index } = followed;
      setFound(roleId === undefined ? undefined : { ...place, roleId, index });
      onCurrent(roleId);
    }
  }, [currentId, known, pages, total, listKey, decidedHere, onCurrent]);

  const leave = (roleIds: ReadonlySet<string>) => {
    if (currentId === undefined || !roleIds.has(currentId)) return;
    // One that has just come back may not be in its list again: then on to where one was before.
    if (!known) {
      if (found?.list === listKey && !roleIds.has(found.roleId)) onCurrent(found.roleId);
      return;
    }
    const next = heir(pages, known.index, total, (roleId) => roleIds.has(roleId));
    if (next !== undefined) setWanted(next);
  };
  return { pages, current, isMoving: wanted !== undefined, moveTo: setWanted, leave };
}
