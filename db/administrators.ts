import { eq, inArray } from 'drizzle-orm';
import type { Role } from '../shared/domain/role.ts';
import { lines, roles } from './schema.ts';
import { chunked, chunkSize, type Reader } from './store.ts';

/** A role in a body as it stands here, as far as the rules on administrators read it (rule 5). */
export type RoleInBody = Pick<Role, 'id' | 'bodyId' | 'status' | 'isAdmin'>;

/** The roles in these bodies that this desk sees. */
export function rolesInBodies(reader: Reader, bodyIds: string[]): RoleInBody[] {
  return chunked(bodyIds, chunkSize).flatMap((ids) =>
    reader
      .select({ role: roles.document, status: lines.status })
      .from(roles)
      .innerJoin(lines, eq(lines.id, roles.id))
      .where(inArray(roles.bodyId, ids))
      .all()
      .map(({ role: { id, bodyId, isAdmin }, status }) => ({ id, bodyId, status, isAdmin })),
  );
}
