import type { CallInput } from '../../shared/desk/calls.ts';
import type { DecideAnswer } from '../../shared/desk/outbox.ts';

/** The roles that were decided and not taken back together: they are about to leave their queue, or have left it. */
export function stillDecided(
  answers: DecideAnswer[],
  undone: CallInput<'outbox:undo'>[],
): Set<string> {
  const back = new Set(undone.map((which) => ('batchId' in which ? which.batchId : undefined)));
  const accepted = answers
    .filter(({ batchId }) => !back.has(batchId))
    .flatMap(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === 'accepted'));
  return new Set(accepted.map(({ roleId }) => roleId));
}
