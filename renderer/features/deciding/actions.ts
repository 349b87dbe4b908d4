import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { Refusal } from '../../../shared/domain/decide.ts';

/**
 * An action that the status of the roles allows: with what is against it on a single role, or on how many roles of a
 * selection it is possible.
 */
export interface Offered {
  action: OfferedAction;
  objection?: Refusal;
  possible?: number;
}

/** Whether an action can be taken at all; one that cannot stays in sight, with the reason. */
export function isPossible({ objection, possible }: Offered): boolean {
  return objection === undefined && possible !== 0;
}
