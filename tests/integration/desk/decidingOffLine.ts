import { eq } from 'drizzle-orm';
import { checkSelection } from '../../../db/check.ts';
import { decide, type Taking } from '../../../db/decide.ts';
import { outboxEntryOn } from '../../../db/outbox.ts';
import { lines } from '../../../db/schema.ts';
import type { Store } from '../../../db/store.ts';

/** A decision that was taken in a store, with what the desk showed of it then. */
export interface Taken {
  id: string;
  roleId: string;
  action: 'approve' | 'suspend';
  personName: string;
  bodyName: string;
  decidedAt: string;
}

const secondMs = 1000;

/**
 * Takes decisions in a store that no desk has open, one after the other, a second apart: approves a request, suspends a
 * valid role, and so on.
 * @param holdMs how long each is held back, counted from 0
 */
export function decideOffLine(
  store: Store,
  count: number,
  { at, holdMs = () => 0 }: { at: Date; holdMs?: (which: number) => number },
): Taken[] {
  const valid = decidable(store, 'valid');
  const open = decidable(store, 'requested')
    .flatMap((role, at) => [role, ...valid.slice(at, at + 1)])
    .slice(0, count);
  if (open.length < count) throw new Error(`only ${open.length} roles can be decided on`);
  return open.map((role, which) =>
    take(store, role, {
      at: new Date(at.getTime() + which * secondMs),
      holdMs: holdMs(which),
    }),
  );
}

interface Open {
  roleId: string;
  revision: number;
  action: Taken['action'];
}

/** Roles in this status that the rules let the desk approve or suspend, all of them together. */
function decidable(store: Store, status: 'requested' | 'valid'): Open[] {
  const found = store.reader
    .select({ roleId: lines.id, revision: lines.revision })
    .from(lines)
    .where(eq(lines.status, status))
    .all();
  const action = status === 'requested' ? 'approve' : 'suspend';
  const { roles } = checkSelection(
    store.reader,
    found.map(({ roleId }) => roleId),
  );
  const free = new Set(roles.flatMap((each) => (each.objection ? [] : each.roleId)));
  return found.filter(({ roleId }) => free.has(roleId)).map((seen) => ({ ...seen, action }));
}

function take(store: Store, { action, ...seen }: Open, taking: Taking): Taken {
  const reason = action === 'suspend' ? { reason: 'inactive' } : {};
  decide(store, { action, roles: [seen], ...reason }, taking);
  const entry = outboxEntryOn(store.reader, seen.roleId);
  if (!entry) throw new Error(`the desk refused to ${action} ${seen.roleId}`);
  const { id, roleId, personName, bodyName, decidedAt } = entry;
  return { id, roleId, action, personName, bodyName, decidedAt };
}
