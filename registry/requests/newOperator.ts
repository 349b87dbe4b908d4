import { activities, canBeRequested, needsEori } from '../../shared/domain/activities.ts';
import { hasEori } from '../../shared/domain/advice.ts';
import type { Body } from '../../shared/domain/body.ts';
import { isEori, isNamedEori } from '../../shared/domain/eori.ts';
import { canBeResponsible, responsibleFor } from '../../shared/domain/responsible.ts';
import type { NewOperator } from '../../shared/wire/roleRequests.ts';
import type { FieldError } from '../http/problem.ts';
import type { Reader } from '../storage/storage.ts';
import { invalidFields } from './invalidFields.ts';

const contacts = ['phone', 'fax', 'email', 'website'] as const;
const inActivity = 'operator.activities.0';

/**
 * The pending operator that a request brings along, with its responsible authority: the one chosen, else the one that
 * its address leads to (DOMAIN: operator data, responsible authority).
 * @throws {Problem} 422 with every field at fault
 */
export async function newOperator(
  reader: Reader,
  operator: NewOperator,
): Promise<{ body: Body; responsible: Body; activity: string }> {
  const [asked] = operator.activities;
  if (!asked) throw invalidFields([{ path: 'operator.activities', code: 'required' }]);
  const known = activities.find(({ activity }) => activity === asked.activity);
  const authorities = await reader.authoritiesIn(operator.country);
  const address = { country: operator.country, region: operator.region };
  const responsible =
    known &&
    (asked.responsibleId === undefined
      ? responsibleFor(authorities, { ...address, chapter: known.chapter })
      : authorities.find(
          (each) =>
            each.id === asked.responsibleId &&
            canBeResponsible(each, { ...address, chapter: known.chapter }),
        ));
  const errors = [
    ...fieldErrors(operator),
    ...activityErrors(asked, known),
    ...(await controlBodyErrors(reader, operator, asked)),
    ...(known && !responsible ? [responsibleError(asked.responsibleId)] : []),
  ];
  if (!responsible || errors.length > 0) throw invalidFields(errors);
  const body: Body = {
    ...operator,
    id: crypto.randomUUID(),
    revision: 1,
    type: 'operator',
    activities: [{ ...asked, responsibleId: responsible.id, status: 'pending' }],
    fullControl: false,
    status: 'pending',
  };
  return { body, responsible, activity: asked.activity };
}

function fieldErrors(operator: NewOperator): FieldError[] {
  const errors: FieldError[] = [];
  if (contacts.every((each) => operator[each] === undefined)) {
    errors.push({ path: 'operator.phone', code: 'contact_required' });
  }
  if (operator.activities.some(({ activity }) => needsEori.has(activity)) && !hasEori(operator)) {
    errors.push({ path: 'operator.identifiers', code: 'eori_required' });
  }
  for (const [index, identifier] of operator.identifiers.entries()) {
    if (isNamedEori(identifier) && !isEori(identifier.value)) {
      errors.push({ path: `operator.identifiers.${index}.value`, code: 'eori_malformed' });
    }
  }
  return errors;
}

type Asked = NewOperator['activities'][number];

function activityErrors(
  asked: Asked,
  known: (typeof activities)[number] | undefined,
): FieldError[] {
  if (!known) return [{ path: `${inActivity}.activity`, code: 'unknown_activity' }];
  const errors: FieldError[] = [];
  if (!canBeRequested(known)) {
    errors.push({ path: `${inActivity}.section`, code: 'not_requestable' });
  }
  if (asked.chapter !== known.chapter) {
    errors.push({ path: `${inActivity}.chapter`, code: 'wrong_chapter' });
  }
  if (asked.section !== known.section) {
    errors.push({ path: `${inActivity}.section`, code: 'wrong_section' });
  }
  const { validFrom, validTo } = asked;
  if (validFrom && validTo && Date.parse(validTo) <= Date.parse(validFrom)) {
    errors.push({ path: `${inActivity}.validTo`, code: 'not_after_valid_from' });
  }
  return errors;
}

async function controlBodyErrors(
  reader: Reader,
  { country }: NewOperator,
  { controlBodyId, chapter }: Asked,
): Promise<FieldError[]> {
  if (controlBodyId === undefined) return [];
  const path = `${inActivity}.controlBodyId`;
  if (chapter !== 'organic') return [{ path, code: 'not_organic' }];
  const body = await reader.body(controlBodyId);
  if (body?.type !== 'control_body') return [{ path, code: 'unknown_body' }];
  const certifies = body.countries?.some((each) => each.country === country);
  return certifies ? [] : [{ path, code: 'country_not_certified' }];
}

function responsibleError(chosen: string | undefined): FieldError {
  return chosen === undefined
    ? { path: 'operator.country', code: 'no_responsible_authority' }
    : { path: `${inActivity}.responsibleId`, code: 'cannot_be_responsible' };
}
