import type { Action, Status } from '../../shared/domain/vocabulary.ts';
import type { ModelBody, ModelRole, World } from './world.ts';

// The rules of docs/domain.md and its source, said a second time and on purpose not imported: what the registry does is
// held against this.

const transitions: [what: Action | 'withdraw', from: Status, to: Status][] = [
  ['approve', 'requested', 'valid'],
  ['reject', 'requested', 'rejected'],
  ['withdraw', 'requested', 'withdrawn'],
  ['reassign', 'requested', 'requested'],
  ['suspend', 'valid', 'suspended'],
  ['reactivate', 'suspended', 'valid'],
  ['grant_admin', 'valid', 'valid'],
  ['revoke_admin', 'valid', 'valid'],
];

/** Rule 1: the status that an action leads to, or undefined where it is not open. */
export function statusAfter(action: Action | 'withdraw', status: Status): Status | undefined {
  return transitions.find(([what, from]) => what === action && from === status)?.[2];
}

/** One reason of each decision that needs one; the reason of another decision is wrong. */
export const reasonFor: Partial<Record<Action, string>> = {
  reject: 'unknown_to_body',
  suspend: 'inactive',
  revoke_admin: 'changed_duties',
};

/** What a person is to a role: rule 2. `kept_out`: administers the body, which its authority has in full control. */
export type Standing = 'decides' | 'kept_out' | 'sees' | 'none';

/** Rule 2 for one person and one role. */
export function standingOf(world: World, personId: string, role: ModelRole): Standing {
  const found = new Set(standings(world, personId, role));
  for (const each of ['decides', 'kept_out', 'sees'] as const) if (found.has(each)) return each;
  return 'none';
}

function standings(world: World, personId: string, role: ModelRole): Standing[] {
  const held = rolesOf(world, personId).filter(({ status }) => status === 'valid');
  const worksFor = (body: ModelBody) => held.some(({ bodyId }) => bodyId === body.id);
  const body = bodyOf(world, role.bodyId);
  const responsible = bodyOf(world, role.responsibleId);
  const found: Standing[] = [];
  switch (role.type) {
    case 'authority':
      if (above(world, body).some(worksFor)) found.push('decides');
      break;
    case 'operator':
      for (const authority of [responsible, ...above(world, responsible)]) {
        if (worksFor(authority)) found.push(authority.kind === 'COMMISSION' ? 'sees' : 'decides');
      }
      if (held.some(({ bodyId }) => certifies(body, role, bodyId))) found.push('decides');
      if (role.function === 'responsible_for_load' && body.country === 'BE') {
        const posts = held.map(({ bodyId }) => bodyOf(world, bodyId));
        if (posts.some(({ kind, country }) => kind === 'BCP' && country === 'BE')) {
          found.push('decides');
        }
      }
      break;
    case 'control_body':
      if (worksFor(responsible)) found.push('decides');
      for (const authority of above(world, responsible)) {
        if (worksFor(authority)) found.push(authority.kind === 'COMMISSION' ? 'sees' : 'decides');
      }
  }
  if (held.some(({ bodyId, isAdmin }) => bodyId === body.id && isAdmin)) {
    found.push(body.fullControl ? 'kept_out' : 'decides');
  }
  return found;
}

function certifies(operator: ModelBody, role: ModelRole, bodyId: string): boolean {
  return operator.activities.some(
    ({ activity, controlBodyId }) => activity === role.function && controlBodyId === bodyId,
  );
}

/** The authorities above a body, nearest first. */
export function above(world: World, body: ModelBody): ModelBody[] {
  if (!body.parentId) return [];
  const parent = bodyOf(world, body.parentId);
  return [parent, ...above(world, parent)];
}

/** The roles that a person sees. */
export function scopeOf(world: World, personId: string): ModelRole[] {
  return [...world.roles.values()].filter((role) => standingOf(world, personId, role) !== 'none');
}

/** The types of the roles that a person holds (rule 4). */
export function typesHeldBy(world: World, personId: string): string[] {
  const held = rolesOf(world, personId).filter(isHeld);
  return [...new Set(held.map(({ type }) => type))].sort();
}

/** Held: valid or suspended. */
export function isHeld({ status }: Pick<ModelRole, 'status'>): boolean {
  return status === 'valid' || status === 'suspended';
}

export function rolesOf(world: World, personId: string): ModelRole[] {
  return [...world.roles.values()].filter((role) => role.personId === personId);
}

export function bodyOf(world: World, id: string): ModelBody {
  const body = world.bodies.get(id);
  if (!body) throw new Error(`the model has no body ${id}`);
  return body;
}

export function rolesIn(world: World, bodyId: string): ModelRole[] {
  return [...world.roles.values()].filter((role) => role.bodyId === bodyId);
}

export function roleOf(world: World, id: string): ModelRole {
  const role = world.roles.get(id);
  if (!role) throw new Error(`the model has no role ${id}`);
  return role;
}

/** Whether something can still become of a role. */
export function isOpen({ status }: Pick<ModelRole, 'status'>): boolean {
  return status === 'requested' || isHeld({ status });
}

/** A body by its name or code. */
export function named(world: World, name: string): ModelBody {
  for (const body of world.bodies.values())
    if (body.name === name || body.code === name) return body;
  throw new Error(`the model has no body ${name}`);
}
