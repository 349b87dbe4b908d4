import type { Template } from '../../../shared/desk/workspace.ts';
import { type Reason, type ReasonedAction, reasons } from '../../../shared/domain/reasons.ts';

/** A reason of an action, as one can choose it. */
export interface ReasonChoice {
  id: string;
  action: ReasonedAction;
  reason: Reason;
}

const actions = ['reject', 'suspend', 'revoke_admin'] as const satisfies ReasonedAction[];

/** Every reason of every action, in order. */
export const reasonChoices: readonly ReasonChoice[] = actions.flatMap((action) =>
  reasons[action].map((reason) => ({ id: `${action} ${reason}`, action, reason })),
);

/** The choice that a template is for. */
export function choiceOf({ action, reason }: Pick<Template, 'action' | 'reason'>) {
  return reasonChoices.find((each) => each.action === action && each.reason === reason);
}

/** Templates by their reason, in the order of the reasons; those of one by name. */
export function byReason(templates: readonly Template[]): [Template, ...Template[]][] {
  return reasonChoices.flatMap((choice) => {
    const [first, ...others] = templates
      .filter((template) => choiceOf(template) === choice)
      .sort((a, b) => a.name.localeCompare(b.name));
    return first ? [[first, ...others] satisfies [Template, ...Template[]]] : [];
  });
}
