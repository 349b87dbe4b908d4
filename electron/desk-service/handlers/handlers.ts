import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';
import { claimHandlers } from './claims.ts';
import { decisionHandlers } from './decisions.ts';
import { outboxHandlers } from './outbox.ts';
import { overviewHandlers } from './overview.ts';
import { preferencesHandlers } from './preferences.ts';
import { queueHandlers } from './queues.ts';
import { roleHandlers } from './roles.ts';
import { stateHandlers } from './state.ts';
import { targetHandlers } from './targets.ts';
import { workspaceHandlers } from './workspace.ts';

/** Every call that the desk service answers. */
export function handlersOf(desk: Desk): Handlers<'service'> {
  return {
    ...stateHandlers(desk),
    ...queueHandlers(desk),
    ...overviewHandlers(desk),
    ...roleHandlers(desk),
    ...claimHandlers(desk),
    ...targetHandlers(desk),
    ...decisionHandlers(desk),
    ...outboxHandlers(desk),
    ...preferencesHandlers(desk),
    ...workspaceHandlers(desk),
  };
}
