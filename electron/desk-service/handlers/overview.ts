import { figures } from '../../../db/overview.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

/** The call about the state of the whole desk. */
export function overviewHandlers({ store }: Desk): Pick<Handlers<'service'>, 'overview:figures'> {
  return {
    'overview:figures': (query) => figures(store.reader, query, new Date()),
  };
}
