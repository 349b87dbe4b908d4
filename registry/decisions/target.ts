import { activities } from '../../shared/domain/activities.ts';
import type { Body } from '../../shared/domain/body.ts';
import { objectionTo } from '../../shared/domain/decide.ts';
import { canBeResponsible } from '../../shared/domain/responsible.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Decision } from '../../shared/wire/decisions.ts';
import type { Caller } from '../caller.ts';
import { updateBody } from '../feed/publish.ts';
import { type Place, placeOf } from '../place.ts';
import type { Writer } from '../storage/storage.ts';

/** Where a decision moves a role: to another responsible authority (rule 10), or into an existing operator (rule 6). */
export type Target = { kind: 'authority'; body: Body } | { kind: 'operator'; body: Body };

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
  if (action !== 'approve' || !isExistingOperator(body, place)) return 'invalid';
  const attached = await placeOf(writer, { ...place.role, bodyId: body.id });
  const person = { heldTypes: [] };
  const objection = objectionTo('approve', caller, { ...attached, person });
  return objection ? 'invalid' : { kind: 'operator', body };
}

/** Moves a role to its target, and the activity asked for with it; the role itself is not yet kept. */
export async function moveToTarget(writer: Writer, place: Place, target: Target): Promise<Role> {
  const { role, body } = place;
  switch (target.kind) {
    case 'authority':
      if (role.type === 'operator') await makeResponsible(writer, place, target.body.id);
      return { ...role, responsibleId: target.body.id };
    case 'operator': {
      const asked = body.activities.find(({ activity }) => activity === role.function);
      const known = target.body.activities.some(({ activity }) => activity === role.function);
      if (asked && !known) {
        const added = [...target.body.activities, { ...asked, status: 'valid' as const }];
        await updateBody(writer, { ...target.body, activities: added });
      }
      return { ...role, bodyId: target.body.id };
    }
  }
}

function canTakeOver(authority: Body, { role, body }: Place): boolean {
  if (authority.id === role.responsibleId) return false;
  switch (role.type) {
    case 'operator': {
      const chapter = activities.find(({ activity }) => activity === role.function)?.chapter;
      const { country } = body;
      return chapter !== undefined && canBeResponsible(authority, { country, chapter });
    }
    case 'control_body': {
      const country = role.country ?? body.country;
      return (
        authority.kind === 'CCA' && canBeResponsible(authority, { country, chapter: 'organic' })
      );
    }
    case 'authority':
      return false;
  }
}

function isExistingOperator(target: Body, { role, body }: Place): boolean {
  return (
    role.type === 'operator' &&
    body.status === 'pending' &&
    target.type === 'operator' &&
    target.status === 'valid' &&
    target.country === body.country
  );
}

async function makeResponsible(writer: Writer, { role, body }: Place, id: string): Promise<void> {
  const activities = body.activities.map((each) =>
    each.activity === role.function ? { ...each, responsibleId: id } : each,
  );
  await updateBody(writer, { ...body, activities });
}
