import { z } from 'zod';

/** The three separate systems; data of two of them never meets. */
export const environmentSchema = z.enum(['production', 'acceptance', 'training']);
export type Environment = z.infer<typeof environmentSchema>;

export const roleTypeSchema = z.enum(['operator', 'control_body', 'authority']);
export type RoleType = z.infer<typeof roleTypeSchema>;

/** Kinds of authorities: EAOC and OPL are the organic roles formerly called CAFOP and CAOPL. */
export const authorityKindSchema = z.enum([
  'COMMISSION',
  'CCA',
  'RCA',
  'LAU',
  'BCP',
  'CO',
  'EAOC',
  'OPL',
]);
export type AuthorityKind = z.infer<typeof authorityKindSchema>;

/** Names under which search finds kinds that have been renamed. */
export const formerNames: Partial<Record<string, string>> = { EAOC: 'CAFOP', OPL: 'CAOPL' };

export const statusSchema = z.enum(['requested', 'valid', 'suspended', 'rejected', 'withdrawn']);
export type Status = z.infer<typeof statusSchema>;

/** What an administrator can decide on a role. */
export const actionSchema = z.enum([
  'approve',
  'reject',
  'suspend',
  'reactivate',
  'grant_admin',
  'revoke_admin',
  'reassign',
]);
export type Action = z.infer<typeof actionSchema>;

/** A moment in UTC, RFC 3339. */
export const instantSchema = z.iso.datetime();

/** An ISO 3166-1 alpha-2 country code. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/);

/** A BCP 47 language tag, as short as this project needs it: `fr`, `pt-BR`, `sr-Latn-RS`. */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
