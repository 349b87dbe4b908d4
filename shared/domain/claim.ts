import { authorityRefusal, type Decider, type Refusal } from './decide.ts';
import { fullName, type Person } from './person.ts';
import type { Role } from './role.ts';
import type { PlacedRole } from './seats.ts';
import type { Status } from './vocabulary.ts';

/** How long a claim runs: long enough to read a request and to telephone, short enough to be forgotten. */
export const claimMinutes = 15;

/** "Somebody is on it": who, and until when. */
export type Claim = NonNullable<Role['claim']>;

/** Statuses that wait for somebody: a valid role waits for nothing, and the others are final. */
const waiting: ReadonlySet<Status> = new Set(['requested', 'suspended']);

/** The claim that still runs on a role at a moment, in ms since 1970. */
export function claimAt({ claim }: Pick<Role, 'claim'>, atMs: number): Claim | undefined {
  return claim && Date.parse(claim.until) > atMs ? claim : undefined;
}

/** The claim that somebody makes at a moment, in ms since 1970. */
export function claimBy(
  person: Pick<Person, 'id' | 'firstName' | 'lastName'>,
  atMs: number,
): Claim {
  const until = new Date(atMs + claimMinutes * 60_000).toISOString();
  return { personId: person.id, name: fullName(person), until };
}

/**
 * Why somebody may not claim a role, or undefined where nothing is against it: who could not decide on it has no
 * business on it (rules 2 and 3), and there must be something to decide.
 */
export function objectionToClaim(
  claimer: Decider,
  claimed: PlacedRole & { role: Pick<Role, 'personId' | 'status'> },
): Refusal | undefined {
  const refusal = authorityRefusal(claimer, claimed);
  return refusal ?? (waiting.has(claimed.role.status) ? undefined : 'illegal_transition');
}
