import { decide } from '../../../db/decide.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

/** The call that decides. */
export function decisionHandlers(desk: Desk): Pick<Handlers<'service'>, 'decisions:decide'> {
  return {
    'decisions:decide': (decision) => {
      const answer = decide(desk.store, decision, desk.taking());
      desk.changed(['roles', 'outbox', 'state']);
      return answer;
    },
  };
}
