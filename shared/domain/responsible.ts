import type { Chapter } from './activities.ts';
import type { Body } from './body.ts';
import type { AuthorityKind } from './vocabulary.ts';

/** Kinds that can be responsible for an operator's activity, the most local first. */
const responsibleKinds: AuthorityKind[] = ['LAU', 'RCA', 'OPL', 'CCA'];

/** What a responsible authority is looked for. */
export interface Asked {
  country: string;
  region?: string | undefined;
  chapter: Chapter;
}

/** Whether an authority can be responsible for an operator's activity: its kind, its country, its competences. */
export function canBeResponsible(authority: Body, asked: Pick<Asked, 'country' | 'chapter'>) {
  return (
    authority.status === 'valid' &&
    authority.kind !== undefined &&
    responsibleKinds.includes(authority.kind) &&
    authority.country === asked.country &&
    (authority.competences?.includes(asked.chapter) ?? true)
  );
}

/**
 * The authority that an address leads to (DOMAIN: responsible authority): the most local one of its region, else the
 * first central one. Undefined where the country has none.
 */
export function responsibleFor(authorities: Body[], asked: Asked): Body | undefined {
  const able = authorities.filter((authority) => canBeResponsible(authority, asked));
  const local = able.filter(({ region }) => region !== undefined && region === asked.region);
  for (const kind of responsibleKinds) {
    const found = (kind === 'CCA' ? able : local).find((authority) => authority.kind === kind);
    if (found) return found;
  }
  return undefined;
}

/**
 * The authority that decides on a role in a control body: the central one for organic products of the country it is
 * asked for, else the Commission (rule 2).
 */
export function responsibleForControlBody(
  authorities: Body[],
  country: string,
  commission: Body | undefined,
): Body | undefined {
  const central = authorities.filter(
    (authority) =>
      authority.kind === 'CCA' && canBeResponsible(authority, { country, chapter: 'organic' }),
  );
  return central[0] ?? commission;
}
