import type { Decide } from '../shared/desk/outbox.ts';
import { attachedTo, canBeAttachedTo, withActivityAsked } from '../shared/domain/attaching.ts';
import type { Body } from '../shared/domain/body.ts';
import { authorityRefusal, type Refusal } from '../shared/domain/decide.ts';
import { canTakeOver } from '../shared/domain/responsible.ts';
import type { Judge, KnownRole } from './judge.ts';

/**
 * Why a decision cannot move a role to its target, as far as this desk can tell: a body that is not here was found at
 * the registry, which has the last word.
 */
export function targetRefusal(
  judge: Judge,
  known: KnownRole,
  { action, target }: Pick<Decide, 'action' | 'target'>,
): 'target_invalid' | undefined {
  if (action === 'reassign' && target === undefined) return 'target_invalid';
  if (target === undefined) return undefined;
  const body = judge.body(target.bodyId);
  switch (action) {
    case 'reassign':
      return body && !canTakeOver(body, known) ? 'target_invalid' : undefined;
    case 'approve':
      return body && attachingRefusal(judge, known, body) ? 'target_invalid' : undefined;
    default:
      return 'target_invalid';
  }
}

/** Why a role cannot be attached to an existing operator, as far as this desk knows who is responsible there. */
export function attachingRefusal(
  judge: Judge,
  known: KnownRole,
  existing: Body,
): Refusal | 'target_invalid' | undefined {
  if (!canBeAttachedTo(existing, known)) return 'target_invalid';
  const body = withActivityAsked(existing, known);
  const role = attachedTo(body, known.role);
  if (!judge.body(role.responsibleId)) return undefined;
  const bodyById = (id: string) => (id === body.id ? body : judge.body(id));
  return authorityRefusal(judge.decider, { role, body, bodyById });
}
