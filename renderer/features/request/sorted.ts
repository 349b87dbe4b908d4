import type { CheckedRole, OfferedAction, SelectionCheck } from '../../../shared/desk/detail.ts';
import type { Advice } from '../../../shared/domain/advice.ts';

/** Advice that is good to know and does not send a reviewer back to the request. */
const light: ReadonlySet<Advice> = new Set<Advice>(['free_mail', 'other_domain']);

/** The actions that move a selection on. */
export type Forward = Exclude<OfferedAction, 'reject'>;

/** The one that is mostly wanted first. */
const forward: readonly Forward[] = ['approve', 'reactivate', 'suspend'];

export interface Sorted {
  /** The action the pre-check speaks of; undefined where no action fits all that is selected. */
  action: Forward | undefined;
  /** Nothing is against these. */
  clear: CheckedRole[];
  /** Something is against these, or should be looked at first. */
  look: CheckedRole[];
  /** Those of `clear` with some lighter advice. */
  advised: CheckedRole[];
}

/** Sorts a checked selection into what can go at once and what needs a look. */
export function sorted({ actions, roles }: Pick<SelectionCheck, 'actions' | 'roles'>): Sorted {
  const action = forward.find((each) => actions.some((offered) => offered.action === each));
  const needsLook = ({ objection, advice, leavesNoAdministrator }: CheckedRole) =>
    objection !== undefined ||
    (action === 'suspend' && leavesNoAdministrator) ||
    (action === 'approve' && advice.some((code) => !light.has(code)));
  const clear = roles.filter((role) => !needsLook(role));
  return {
    action,
    clear,
    look: roles.filter(needsLook),
    advised: clear.filter(({ advice }) => advice.length > 0),
  };
}
