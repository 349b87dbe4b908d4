import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { Messages } from '../../../shared/desk/message.ts';
import type { DecideAnswer } from '../../../shared/desk/outbox.ts';
import type { SeenRole } from '../../../shared/desk/selection.ts';

/** What is decided, whatever the roles. */
export interface Substance {
  action: OfferedAction;
  reason?: string;
  message?: string | Messages;
  admin?: boolean;
}

/** A role as the reviewer saw it, on which the desk did not take the decision. */
export interface RefusedRole extends SeenRole {
  code: string;
}

/** What became of a decision on some roles, row by row. */
export interface Decided {
  substance: Substance;
  /** Ids of the roles whose decision is in the outbox. */
  accepted: string[];
  refused: RefusedRole[];
}

/** The answer of the desk to a decision on these roles, accepted and refused apart. */
export function outcomeOf(
  substance: Substance,
  roles: SeenRole[],
  { outcomes }: DecideAnswer,
): Decided {
  const seen = new Map(roles.map((role) => [role.roleId, role]));
  return {
    substance,
    accepted: outcomes.flatMap((each) => (each.outcome === 'accepted' ? [each.roleId] : [])),
    refused: outcomes.flatMap((each) => {
      const role = seen.get(each.roleId);
      return each.outcome === 'refused' && role ? [{ ...role, code: each.code }] : [];
    }),
  };
}

/** Two parts of one decision together. */
export function joined(one: Decided, other: Decided): Decided {
  return {
    substance: one.substance,
    accepted: [...one.accepted, ...other.accepted],
    refused: [...one.refused, ...other.refused],
  };
}

/** Those for which trying again can help: what has changed, or is gone, has to be looked at first. */
export function worthRetrying(refused: RefusedRole[]): SeenRole[] {
  return refused.flatMap(({ code, ...seen }) =>
    code === 'changed' || code === 'unknown_role' ? [] : [seen],
  );
}
