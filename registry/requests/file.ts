import { fullName, type Person } from '../../shared/domain/person.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { RoleRequest } from '../../shared/wire/roleRequests.ts';
import type { DueAtOf } from '../calendar.ts';
import { addRole } from '../feed/publish.ts';
import { hashOf } from '../hash.ts';
import { Problem } from '../http/problem.ts';
import type { Writer } from '../storage/storage.ts';
import { duplicatesFor } from './duplicates.ts';
import { type AskedRole, askedInBody } from './existingBody.ts';
import { newOperator } from './newOperator.ts';

/**
 * Files a role request once: the same key with the same content gets the roles as they were first filed.
 * @throws {Problem} 422 where fields are at fault or the key came with another content
 */
export async function fileOnce(
  writer: Writer,
  person: Person,
  key: string,
  request: RoleRequest,
  dueAtOf: DueAtOf,
): Promise<Role[]> {
  const contentHash = hashOf(request);
  const kept = await writer.filing(person.id, key);
  if (kept && kept.contentHash !== contentHash) throw new Problem(422, 'idempotency_key_reused');
  if (kept) return kept.result.roles;
  const roles = await file(writer, person, request, dueAtOf);
  await writer.keepFiling(person.id, key, { contentHash, result: { roles } });
  return roles;
}

async function file(
  writer: Writer,
  person: Person,
  request: RoleRequest,
  dueAtOf: DueAtOf,
): Promise<Role[]> {
  const asked =
    'operator' in request
      ? [await addOperator(writer, request.operator)]
      : await askedInBody(writer, request);
  const requestedAt = new Date().toISOString();
  const roles: Role[] = [];
  for (const each of asked) {
    const dueAt = dueAtOf(requestedAt, each.responsible.country);
    const role = requestedRole(person, each, request, { requestedAt, dueAt });
    await addRole(writer, role);
    await writer.addHistory(role.id, {
      recordedAt: requestedAt,
      actor: { personId: person.id, name: fullName(person) },
      action: 'request',
      revision: role.revision,
      message: role.message,
    });
    roles.push(role);
  }
  return roles;
}

async function addOperator(
  writer: Writer,
  asked: Extract<RoleRequest, { operator: object }>['operator'],
): Promise<AskedRole> {
  const { body, responsible, activity } = await newOperator(writer, asked);
  const operator = { ...body, duplicates: await duplicatesFor(writer, body) };
  await writer.addBody(operator);
  return { body: operator, function: activity, responsible };
}

function requestedRole(
  person: Person,
  { body, function: asked, country, responsible }: AskedRole,
  { message, contactEmail, contactPhone }: RoleRequest,
  moments: Pick<Role, 'requestedAt' | 'dueAt'>,
): Role {
  return {
    id: crypto.randomUUID(),
    revision: 1,
    status: 'requested',
    personId: person.id,
    bodyId: body.id,
    type: body.type,
    function: asked,
    country,
    responsibleId: responsible.id,
    isAdmin: false,
    message,
    contactEmail,
    contactPhone,
    ...moments,
  };
}
