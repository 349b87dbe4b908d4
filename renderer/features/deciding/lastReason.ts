import { isReasonOf, type Reason, type ReasonedAction } from '../../../shared/domain/reasons.ts';

const chosen = new Map<ReasonedAction, Reason>();

/** The reason last chosen for an action while this window was open: waves of requests often fail for the same one. */
export function lastReason(action: ReasonedAction): Reason | undefined {
  return chosen.get(action);
}

/** Keeps a reason to offer it again. */
export function rememberReason(action: ReasonedAction, reason: Reason): void {
  if (isReasonOf(action, reason)) chosen.set(action, reason);
}
