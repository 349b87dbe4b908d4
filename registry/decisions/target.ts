import { attachedTo, canBeAttachedTo, withActivityAsked } from '../../shared/domain/attaching.ts';
import type { Body } from '../../shared/domain/body.ts';
import { authorityRefusal } from '../../shared/domain/decide.ts';
import { canTakeOver } from '../../shared/domain/responsible.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Decision } from '../../shared/wire/decisions.ts';
import type { Caller } from '../caller.ts';
import { updateBody } from '../feed/publish.ts';
import { type Place, placeOf } from '../place.ts';
import type { Writer } from '../storage/storage.ts';

/**
 * Where a decision moves a role: to another responsible authority (rule 10), or into an existing operator (rule 6),
 * which then has the activity asked for (`isChanged`: it had not).
 */
export type Target =
  | { kind: 'authority'; body: Body }
  | { kind: 'operator'; body: Body; isChanged: boolean };

/** The target of a decision: undefined where the action has none, `invalid` where it names none that will do. */
export async function targetOf(
  writer: Writer,
  caller: Caller,
  place: Place,
  { action, target }: Pick<Decision, 'action' | 'target'>,
): Promise<Target | undefined | 'invalid'> {
  if (action !== 'reassign' && target === undefined) return undefined;
  const body = target === undefined ? undefined : await writer.body(target);
  if (!body) return 'invalid';
  if (action === 'reassign') {
    return canTakeOver(body, place) ? { kind: 'authority', body } : 'invalid';
  }
  if (action !== 'approve' || !canBeAttachedTo(body, place)) return 'invalid';
  const operator = withActivityAsked(body, place);
  const bodies = {
    body: async (id: string) => (id === operator.id ? operator : writer.body(id)),
  };
  const attached = await placeOf(bodies, attachedTo(operator, place.role));
  const objection = authorityRefusal(caller, attached);
  return objection ? 'invalid' : { kind: 'operator', body: operator, isChanged: operator !== body };
}

/** Moves a role to its target, and the activity asked for with it; the role itself is not yet kept. */
export async function moveToTarget(writer: Writer, place: Place, target: Target): Promise<Role> {
  const { role } = place;
  switch (target.kind) {
    case 'authority':
      if (role.type === 'operator') await makeResponsible(writer, place, target.body.id);
      return { ...role, responsibleId: target.body.id };
    case 'operator':
      if (target.isChanged) await updateBody(writer, target.body);
      return attachedTo(target.body, role);
  }
}

async function makeResponsible(writer: Writer, { role, body }: Place, id: string): Promise<void> {
  const activities = body.activities.map((each) =>
    each.activity === role.function ? { ...each, responsibleId: id } : each,
  );
  await updateBody(writer, { ...body, activities });
}
