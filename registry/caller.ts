import type { Decider } from '../shared/domain/decide.ts';
import type { Person } from '../shared/domain/person.ts';
import { type Position, type Seat, seatsOf } from '../shared/domain/seats.ts';
import type { Scope } from '../shared/wire/me.ts';
import type { Reader } from './storage/storage.ts';

/** Who calls: a person with the positions held now (rule 12: all of them). */
export interface Caller extends Decider {
  person: Person;
  /** What the person can work as: every authority and control body, and the operators administered. */
  scopes: Scope[];
}

/** The caller as the registry knows it now, or undefined where there is no such person. */
export async function callerOf(reader: Reader, personId: string): Promise<Caller | undefined> {
  const person = await reader.person(personId);
  if (!person) return undefined;
  const held = new Map<string, Scope>();
  for (const role of await reader.rolesOfPerson(personId)) {
    if (role.status !== 'valid') continue;
    const body = await reader.body(role.bodyId);
    if (!body) continue;
    const isAdmin = role.isAdmin || held.get(body.id)?.isAdmin === true;
    const kind = role.type === 'authority' ? body.kind : role.type;
    if (kind === undefined) continue;
    held.set(body.id, { bodyId: body.id, kind, country: body.country, name: body.name, isAdmin });
  }
  const positions: Position[] = [...held.values()];
  const scopes = [...held.values()].filter(({ kind, isAdmin }) => kind !== 'operator' || isAdmin);
  return { person, personId, positions, scopes };
}

/** All seats of a caller, sorted. */
export function seatsOfCaller(caller: Decider): Seat[] {
  return [...new Set(caller.positions.flatMap(seatsOf))].sort();
}
