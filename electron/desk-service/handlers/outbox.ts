import { decideAnew } from '../../../db/decide.ts';
import { dropDecision, listOutbox, undo } from '../../../db/outbox.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

type OutboxCalls = 'outbox:list' | 'outbox:undo' | 'outbox:settle';

/** The calls about decisions that the registry has not recorded. */
export function outboxHandlers(desk: Desk): Pick<Handlers<'service'>, OutboxCalls> {
  return {
    'outbox:list': () => listOutbox(desk.store.reader),
    'outbox:undo': (undoing) => {
      const undone = undo(desk.store, undoing);
      desk.changed(['roles', 'outbox', 'state']);
      return undone;
    },
    'outbox:settle': ({ decisionId, keep }) => {
      if (keep === 'mine') decideAnew(desk.store, decisionId, desk.taking());
      else dropDecision(desk.store, decisionId);
      desk.changed(['roles', 'outbox', 'state']);
    },
  };
}
