import type { Action } from './vocabulary.ts';

/** The coded reasons of each decision that needs one (DOMAIN: decision); other decisions take none. */
export const reasons = {
  reject: [
    'not_a_person',
    'shared_mailbox',
    'unknown_to_body',
    'wrong_body',
    'duplicate_request',
    'data_missing',
    'other',
  ],
  suspend: ['left_body', 'account_at_risk', 'misuse', 'inactive', 'body_closed', 'other'],
  revoke_admin: ['changed_duties', 'left_body', 'misuse', 'other'],
} as const satisfies Partial<Record<Action, readonly string[]>>;

export type ReasonedAction = keyof typeof reasons;
export type Reason = (typeof reasons)[ReasonedAction][number];

/** Whether a decision needs a coded reason. */
export function needsReason(action: Action): action is ReasonedAction {
  return action in reasons;
}

/** Whether a code is one of the reasons that this decision knows. */
export function isReasonOf(action: ReasonedAction, code: string): boolean {
  const known: readonly string[] = reasons[action];
  return known.includes(code);
}
