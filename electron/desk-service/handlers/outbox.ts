import { decideAnew } from '../../../db/decide.ts';
import { dropDecision, listOutbox, summariseOutbox, undo } from '../../../db/outbox.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

type OutboxCalls = 'outbox:list' | 'outbox:summary' | 'outbox:undo' | 'outbox:settle';

/** The calls about decisions that the registry has not recorded. */
export function outboxHandlers(desk: Desk): Pick<Handlers<'service'>, OutboxCalls> {
  return {
    'outbox:list': () => listOutbox(desk.store.reader),
    'outbox:summary': () => summariseOutbox(desk.store.reader),
    'outbox:undo': (undoing) => {
      const undone = undo(desk.store, undoing);
      desk.changed(['roles', 'outbox', 'state']);
      return undone;
    },
    'outbox:settle': (settled) => {
      if (settled.keep === 'mine') decideAnew(desk.store, settled, desk.taking());
      else dropDecision(desk.store, settled.decisionId);
      desk.changed(['roles', 'outbox', 'state']);
    },
  };
}
