import type { RolePage, RoleRow } from '../../../shared/desk/queues.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { usePrepared } from '../../desk/useDesk.ts';
import { rowAt } from './pages.ts';
import { nextFitting, type Step, stepFrom } from './steps.ts';
import type { Selecting } from './useSelecting.ts';

/** What runs the commands of the rows. */
export function useRowCommands(options: {
  pages: ReadonlyMap<number, RolePage>;
  total: number;
  /** How many rows the view holds whole. */
  viewRows: number;
  current: number | undefined;
  moveTo: (index: number) => void;
  selecting: Selecting;
}): void {
  const { pages, total, viewRows, current, moveTo, selecting } = options;
  usePrepared(
    'roles:detail',
    rowsAround(pages, current).map(({ id }) => ({ roleId: id })),
  );

  const going = (to: Step) => () => moveTo(stepFrom(current, to, total, viewRows));
  const extending = (to: Step) => () => {
    const target = stepFrom(current, to, total, viewRows);
    moveTo(target);
    void selecting.extend(current, target);
  };
  const row = current === undefined ? undefined : rowAt(pages, current);
  const undecided = () => {
    const next = nextFitting(pages, current, total, isUndecided);
    if (next !== undefined) moveTo(next);
  };
  const held = total > 0;
  useCommands('rows', {
    next: held ? going('next') : undefined,
    previous: held ? going('previous') : undefined,
    nextUndecided: held ? undecided : undefined,
    nextPage: held ? going('nextPage') : undefined,
    previousPage: held ? going('previousPage') : undefined,
    first: held ? going('first') : undefined,
    last: held ? going('last') : undefined,
    select: row && (() => current !== undefined && selecting.toggle(current, row)),
    extendToNext: held ? extending('next') : undefined,
    extendToPrevious: held ? extending('previous') : undefined,
    extendByPage: held ? extending('nextPage') : undefined,
    extendBackByPage: held ? extending('previousPage') : undefined,
    extendToFirst: held ? extending('first') : undefined,
    extendToLast: held ? extending('last') : undefined,
  });
}

/** Whether a request waits for a decision: one that met a newer one or was refused waits under Conflicts. */
function isUndecided({ status, unsent }: RoleRow): boolean {
  return status === 'requested' && unsent === undefined;
}

/** The rows that the next key is likely to lead to. */
function rowsAround(pages: ReadonlyMap<number, RolePage>, current: number | undefined): RoleRow[] {
  const places = current === undefined ? [0] : [current + 1, current - 1, current + 2];
  return places.flatMap((index) => rowAt(pages, index) ?? []);
}
