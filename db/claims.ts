import { eq } from 'drizzle-orm';
import type { Role } from '../shared/domain/role.ts';
import { keepAnswered } from './changes.ts';
import { readDesk } from './desk.ts';
import { refreshLines } from './lines.ts';
import { roles } from './schema.ts';
import type { Store } from './store.ts';

/** Keeps a role as the answer to a claim gave it: it is on the screen before the next pull brings it again. */
export function keepClaim(store: Store, role: Role): void {
  store.write((writer) => {
    keepAnswered(writer, role);
    refreshLines(writer, [role.id]);
  });
}

/** Forgets the claim of this desk's person on a role, which the registry has forgotten. */
export function dropClaim(store: Store, roleId: string): void {
  store.write((writer) => {
    const role = writer.select().from(roles).where(eq(roles.id, roleId)).get()?.document;
    if (!role?.claim || role.claim.personId !== readDesk(writer).me?.person.id) return;
    keepAnswered(writer, { ...role, claim: undefined });
    refreshLines(writer, [roleId]);
  });
}
