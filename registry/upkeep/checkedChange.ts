import { activities } from '../../shared/domain/activities.ts';
import type { Body } from '../../shared/domain/body.ts';
import { canBeResponsible } from '../../shared/domain/responsible.ts';
import { objectionToParent } from '../../shared/domain/tree.ts';
import type { BodyChange } from '../../shared/wire/bodyUpkeep.ts';
import type { FieldError } from '../http/problem.ts';
import { upwardsFrom } from '../place.ts';
import { invalidFields } from '../requests/invalidFields.ts';
import type { Reader } from '../storage/storage.ts';

/** The authorities that a change names: the one above, and the one responsible for each activity. */
interface NamedAuthorities {
  parent: Body | undefined;
  responsibles: Map<string, Body>;
}

/**
 * Looks up the authorities that a change of a body names.
 * @throws {Problem} 422 with every field at fault
 */
export async function checkedChange(
  reader: Reader,
  body: Body,
  change: BodyChange,
): Promise<NamedAuthorities> {
  const errors: FieldError[] = [];
  const parent = await parentIn(reader, body, change, errors);
  const responsibles = await responsiblesIn(reader, body, change, errors);
  if (errors.length > 0) throw invalidFields(errors);
  return { parent, responsibles };
}

async function parentIn(
  reader: Reader,
  body: Body,
  { parentId }: BodyChange,
  errors: FieldError[],
): Promise<Body | undefined> {
  if (parentId === undefined) return undefined;
  const chain = await upwardsFrom(reader, parentId);
  const objection = body.type === 'authority' ? objectionToParent(body, chain) : 'not_an_authority';
  if (objection) errors.push({ path: 'parentId', code: objection });
  return chain[0];
}

async function responsiblesIn(
  reader: Reader,
  body: Body,
  change: BodyChange,
  errors: FieldError[],
): Promise<Map<string, Body>> {
  const found = new Map<string, Body>();
  if (change.activities && body.type !== 'operator') {
    errors.push({ path: 'activities', code: 'not_an_operator' });
    return found;
  }
  for (const [index, { activity, responsibleId }] of (change.activities ?? []).entries()) {
    const path = `activities.${index}`;
    const known = activities.find((each) => each.activity === activity);
    const responsible = await reader.body(responsibleId);
    if (!known || !body.activities.some((each) => each.activity === activity)) {
      errors.push({ path: `${path}.activity`, code: 'unknown_activity' });
    } else if (found.has(activity)) {
      errors.push({ path: `${path}.activity`, code: 'repeated' });
    } else if (
      !responsible ||
      !canBeResponsible(responsible, { country: body.country, chapter: known.chapter })
    ) {
      errors.push({ path: `${path}.responsibleId`, code: 'cannot_be_responsible' });
    } else found.set(activity, responsible);
  }
  return found;
}
