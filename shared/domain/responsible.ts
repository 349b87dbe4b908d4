import { activities, type Chapter } from './activities.ts';
import type { Body } from './body.ts';
import type { Role } from './role.ts';
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

/** A role as far as it says who can be responsible for it, with its body. */
export interface Passed {
  role: Pick<Role, 'type' | 'function' | 'country' | 'responsibleId'>;
  body: Pick<Body, 'country' | 'region'>;
}

/**
 * What an authority must be able to do to have a role passed on to it; undefined where the role cannot be passed on: who
 * is competent for a role in an authority follows from the tree.
 */
export function askedOfTaker({ role, body }: Passed): Asked | undefined {
  switch (role.type) {
    case 'operator': {
      const { country, region } = body;
      const chapter = activities.find(({ activity }) => activity === role.function)?.chapter;
      return chapter && { country, region, chapter };
    }
    case 'control_body':
      return { country: role.country ?? body.country, chapter: 'organic' };
    case 'authority':
      return undefined;
  }
}

/** Whether a role can be passed on to an authority (rule 10): another one than now, that can be responsible for it. */
export function canTakeOver(authority: Body, passed: Passed): boolean {
  const asked = askedOfTaker(passed);
  return (
    asked !== undefined &&
    authority.id !== passed.role.responsibleId &&
    canBeResponsible(authority, asked) &&
    (passed.role.type !== 'control_body' || authority.kind === 'CCA')
  );
}

/** The authorities that a role can be passed on to, and the one of them that its address leads to. */
export function takersOf(
  authorities: Body[],
  passed: Passed,
): { takers: Body[]; probable: Body | undefined } {
  const takers = authorities.filter((authority) => canTakeOver(authority, passed));
  const asked = askedOfTaker(passed);
  return { takers, probable: asked && responsibleFor(takers, asked) };
}
