import type { Role } from '../../shared/domain/role.ts';
import type { Decision, DecisionResult } from '../../shared/wire/decisions.ts';
import type { TestRegistry } from '../integration/registry/testRegistry.ts';
import type { Base } from './base.ts';
import type { Desk } from './desk.ts';
import type { World } from './world.ts';

/** A decision that was sent, by whom, and its first answer. */
export interface Sent {
  desk: Desk;
  decision: Decision;
  result: DecisionResult;
}

/** A request that was filed, and its first answer. */
export interface Filing {
  desk: Desk;
  key: string;
  request: object;
  roles: Role[];
}

/** A history under way: the registry, what the model says of it, and what was sent. */
export interface Life {
  base: Base;
  registry: TestRegistry;
  world: World;
  /** Administrators, then requesters: they decide too once they administer what they asked for. */
  desks: Desk[];
  sent: Map<string, Sent>;
  filings: Filing[];
  /** How often each answer came: shows that histories are about something. */
  tally: Map<string, number>;
}

/** Counts an answer. */
export function count({ tally }: Pick<Life, 'tally'>, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}
