import type { Body } from './body.ts';
import type { AuthorityKind } from './vocabulary.ts';

/** How high a kind stands in the tree (rule 2: Commission → CCA → RCA → LAU; posts and offices under their CCA). */
const levels: Record<AuthorityKind, number> = {
  COMMISSION: 0,
  CCA: 1,
  RCA: 2,
  LAU: 3,
  BCP: 3,
  CO: 3,
  EAOC: 3,
  OPL: 3,
};

/** Why an authority cannot stand right below another. */
export type ParentObjection = 'parent_invalid' | 'would_loop';

/**
 * Why an authority cannot be moved, or undefined where it can: the one above it is a valid authority of a superior
 * kind, of the same country or the Commission, and not itself below the one that moves.
 * @param chain the authority that is to be above, followed by those above that one
 */
export function objectionToParent(authority: Body, chain: Body[]): ParentObjection | undefined {
  if (chain.some(({ id }) => id === authority.id)) return 'would_loop';
  const [parent] = chain;
  if (parent?.kind === undefined || authority.kind === undefined) return 'parent_invalid';
  const isSuperior = levels[parent.kind] < levels[authority.kind];
  const isOfCountry = parent.country === authority.country || parent.kind === 'COMMISSION';
  return parent.status === 'valid' && isSuperior && isOfCountry ? undefined : 'parent_invalid';
}
