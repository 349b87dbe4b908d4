import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { DecideAnswer } from '../../../shared/desk/outbox.ts';

/** What became of a decision on some roles, row by row. */
export interface Decided {
  action: OfferedAction;
  /** Ids of the roles whose decision is in the outbox. */
  accepted: string[];
  refused: { roleId: string; code: string }[];
}

/** The answer of the desk, accepted and refused apart. */
export function outcomeOf(action: OfferedAction, { outcomes }: DecideAnswer): Decided {
  return {
    action,
    accepted: outcomes.flatMap((each) => (each.outcome === 'accepted' ? [each.roleId] : [])),
    refused: outcomes.flatMap((each) =>
      each.outcome === 'refused' ? [{ roleId: each.roleId, code: each.code }] : [],
    ),
  };
}
