import type { SeenRole } from '../../../shared/desk/selection.ts';
import { selectionLimit } from '../../../shared/desk/selection.ts';
import type { Selection } from '../../desk/selection.ts';

/** The selection with one role put in, or taken out where it was in. */
export function toggled(selection: Selection, role: SeenRole): Selection {
  const next = new Map(selection);
  return next.delete(role.roleId) ? next : including(selection, [role]);
}

/** The selection with some roles put in, as many as one call takes; what was in keeps the revision seen first. */
export function including(selection: Selection, roles: SeenRole[]): Selection {
  const next = new Map(selection);
  for (const { roleId, revision } of roles) {
    if (next.size >= selectionLimit) break;
    if (!next.has(roleId)) next.set(roleId, revision);
  }
  return next;
}

/** The rows from an anchor to a head, in whichever order they stand, both included: at most what one call takes. */
export function stretch(anchor: number, head: number): { first: number; last: number } {
  const reach = selectionLimit - 1;
  return head < anchor
    ? { first: Math.max(head, anchor - reach), last: anchor }
    : { first: anchor, last: Math.min(head, anchor + reach) };
}
