import { claimAt } from '../../shared/domain/claim.ts';
import type { Role } from '../../shared/domain/role.ts';
import type { Reader, Storage } from './storage.ts';

type RoleReader = Pick<Reader, 'role' | 'roles' | 'rolesOfPerson' | 'decision'>;

/**
 * A storage out of which no role comes with a claim that has run out by the registry's clock, so that none is served.
 * Nothing is written when a claim runs out: desks know its end.
 */
export function withRunningClaims(storage: Storage): Storage {
  return {
    ...storage,
    read: (work) => storage.read((reader) => work({ ...reader, ...rolesFrom(reader) })),
    write: (work) => storage.write((writer) => work({ ...writer, ...rolesFrom(writer) })),
  };
}

function rolesFrom(reader: RoleReader): RoleReader {
  return {
    role: async (id) => {
      const role = await reader.role(id);
      return role && current(role);
    },
    roles: async (ids) => (await reader.roles(ids)).map(current),
    rolesOfPerson: async (personId) => (await reader.rolesOfPerson(personId)).map(current),
    decision: async (id) => {
      const kept = await reader.decision(id);
      if (!kept?.result.role) return kept;
      return { ...kept, result: { ...kept.result, role: current(kept.result.role) } };
    },
  };
}

function current(role: Role): Role {
  return role.claim && !claimAt(role, Date.now()) ? { ...role, claim: undefined } : role;
}
