import type { Action, Status } from './vocabulary.ts';

const transitions: Record<Action | 'withdraw', { from: Status; to: Status }> = {
  approve: { from: 'requested', to: 'valid' },
  reject: { from: 'requested', to: 'rejected' },
  withdraw: { from: 'requested', to: 'withdrawn' },
  reassign: { from: 'requested', to: 'requested' },
  suspend: { from: 'valid', to: 'suspended' },
  reactivate: { from: 'suspended', to: 'valid' },
  grant_admin: { from: 'valid', to: 'valid' },
  revoke_admin: { from: 'valid', to: 'valid' },
};

/** The status of a role after an action, or undefined where the action is not open to it (rule 1). */
export function statusAfter(action: Action | 'withdraw', status: Status): Status | undefined {
  const { from, to } = transitions[action];
  return from === status ? to : undefined;
}
