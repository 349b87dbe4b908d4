import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { RoleRow } from '../../../shared/desk/queues.ts';
import { ask } from '../../desk/client.ts';
import { nothingSelected, type Selection } from '../../desk/selection.ts';
import { including, stretch, toggled } from './selecting.ts';
import { type List, rolesBetween } from './useRolePages.ts';

/** Where a stretch began, and the selection before and with it: while neither it nor the list changed, it can go on. */
interface Stretch {
  list: List;
  anchor: number;
  before: Selection;
  now: Selection;
}

/** What selects rows of a list: one, a stretch, all that match, none. */
export function useSelecting(
  list: List,
  selection: Selection,
  onSelection: (selection: Selection) => void,
) {
  const client = useQueryClient();
  const stretched = useRef<Stretch>(undefined);
  const asked = useRef(0);

  const set = (next: Selection, from?: Pick<Stretch, 'anchor' | 'before'>) => {
    stretched.current = from && { ...from, list, now: next };
    onSelection(next);
  };

  return {
    toggle: (index: number, { id, revision }: RoleRow) => {
      const next = toggled(selection, { roleId: id, revision });
      set(next, { anchor: index, before: next });
    },
    /** Selects from where the stretch began, or else from the current row, to a row. */
    extend: async (current: number | undefined, index: number) => {
      const begun = stretched.current;
      const goesOn = begun?.now === selection && begun.list === list;
      const { anchor, before } = goesOn ? begun : { anchor: current ?? index, before: selection };
      const { first, last } = stretch(anchor, index);
      asked.current += 1;
      const turn = asked.current;
      const roles = await rolesBetween(client, list, first, last);
      if (turn === asked.current) set(including(before, roles), { anchor, before });
    },
    all: async () => {
      asked.current += 1;
      const turn = asked.current;
      const { roles } = await ask('roles:matching', list);
      if (turn === asked.current) set(including(nothingSelected, roles));
    },
    clear: () => set(nothingSelected),
  };
}
export type Selecting = ReturnType<typeof useSelecting>;
