import { activities, canBeRequested, openActivities } from '../../shared/domain/activities.ts';
import type { Body } from '../../shared/domain/body.ts';
import { responsibleFor, responsibleForControlBody } from '../../shared/domain/responsible.ts';
import type { RoleRequest } from '../../shared/wire/roleRequests.ts';
import type { FieldError } from '../http/problem.ts';
import type { Reader } from '../storage/storage.ts';
import { invalidFields } from './invalidFields.ts';

export type RequestInBody = Extract<RoleRequest, { bodyId: string }>;

/** One role that a request asks for. */
export interface AskedRole {
  body: Body;
  function: string;
  country?: string;
  responsible: Body;
}

/**
 * The roles that a request in an existing body asks for: one, or one for each country of a control body.
 * @throws {Problem} 422 with every field at fault
 */
export async function askedInBody(reader: Reader, request: RequestInBody): Promise<AskedRole[]> {
  const body = await reader.body(request.bodyId);
  if (!body) throw invalidFields([{ path: 'bodyId', code: 'unknown_body' }]);
  if (body.status === 'rejected') throw invalidFields([{ path: 'bodyId', code: 'rejected_body' }]);
  if (body.type !== 'control_body' && request.countries) {
    throw invalidFields([{ path: 'countries', code: 'not_a_control_body' }]);
  }
  switch (body.type) {
    case 'authority':
      return [await askedInAuthority(reader, body, request)];
    case 'operator':
      return [await askedInOperator(reader, body, request)];
    case 'control_body':
      return askedInControlBody(reader, body, request);
  }
}

async function askedInAuthority(
  reader: Reader,
  body: Body,
  request: RequestInBody,
): Promise<AskedRole> {
  const kind = onlyFunction(request, body.kind ?? 'authority');
  const above = body.parentId ? await reader.body(body.parentId) : undefined;
  return { body, function: kind, responsible: above ?? body };
}

async function askedInOperator(
  reader: Reader,
  body: Body,
  request: RequestInBody,
): Promise<AskedRole> {
  const open = openActivities(body);
  const asked =
    request.function === undefined && open.length === 1
      ? open[0]
      : open.find(({ activity }) => activity === request.function);
  if (!asked) throw invalidFields([{ path: 'function', code: whyNotAsked(body, request) }]);
  const chapter = activities.find(({ activity }) => activity === asked.activity)?.chapter;
  const assigned = asked.responsibleId ? await reader.body(asked.responsibleId) : undefined;
  const { country, region } = body;
  const responsible =
    assigned ??
    (chapter && responsibleFor(await reader.authoritiesIn(country), { country, region, chapter }));
  if (!responsible) throw invalidFields([{ path: 'bodyId', code: 'no_responsible_authority' }]);
  return { body, function: asked.activity, responsible };
}

function whyNotAsked({ activities: held }: Body, { function: asked }: RequestInBody): string {
  const meant = held.filter(({ activity }) => asked === undefined || activity === asked);
  if (meant.length > 0 && !meant.some(canBeRequested)) return 'not_requestable';
  return asked === undefined ? 'required' : 'unknown_activity';
}

async function askedInControlBody(
  reader: Reader,
  body: Body,
  request: RequestInBody,
): Promise<AskedRole[]> {
  const certifier = onlyFunction(request, 'certifier');
  const wanted = request.countries;
  if (!wanted) throw invalidFields([{ path: 'countries', code: 'required' }]);
  const commission = (await reader.authoritiesIn('EU')).find(({ kind }) => kind === 'COMMISSION');
  const errors: FieldError[] = [];
  const asked: AskedRole[] = [];
  for (const [index, country] of wanted.entries()) {
    const path = `countries.${index}`;
    const authorities = await reader.authoritiesIn(country);
    const responsible = responsibleForControlBody(authorities, country, commission);
    if (wanted.indexOf(country) < index) errors.push({ path, code: 'repeated' });
    else if (!body.countries?.some((each) => each.country === country)) {
      errors.push({ path, code: 'country_not_certified' });
    } else if (!responsible) errors.push({ path, code: 'no_responsible_authority' });
    else asked.push({ body, function: certifier, country, responsible });
  }
  if (errors.length > 0) throw invalidFields(errors);
  return asked;
}

function onlyFunction(request: RequestInBody, only: string): string {
  if (request.function !== undefined && request.function !== only) {
    throw invalidFields([{ path: 'function', code: 'unknown_function' }]);
  }
  return only;
}
