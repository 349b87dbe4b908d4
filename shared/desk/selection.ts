import { z } from 'zod';

/** The longest list of roles that one call takes. */
export const selectionLimit = 10_000;

/** A role and the revision of it that the reviewer saw. */
export const seenRoleSchema = z.strictObject({ roleId: z.uuid(), revision: z.int().min(1) });
export type SeenRole = z.infer<typeof seenRoleSchema>;
