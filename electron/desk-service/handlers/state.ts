import { readDesk, updateDesk } from '../../../db/desk.ts';
import { countStore } from '../../../db/figures.ts';
import { outboxCounts } from '../../../db/outbox.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

/** The calls about desk and registry themselves. */
export function stateHandlers(
  desk: Desk,
): Pick<Handlers<'service'>, 'desk:state' | 'desk:figures' | 'desk:sync' | 'desk:mishapRead'> {
  const { store, sync } = desk;
  return {
    'desk:state': () => {
      const { me, lastSyncAt, mishap } = readDesk(store.reader);
      const { connection, firstPull, awaitedSince, clockAheadMs } = sync;
      return {
        connection,
        ...outboxCounts(store.reader),
        ...(lastSyncAt ? { lastSyncAt } : {}),
        ...(firstPull ? { firstPull } : {}),
        ...(awaitedSince === undefined ? {} : { awaitedSince }),
        ...(clockAheadMs === undefined ? {} : { clockAheadMs }),
        ...(mishap ? { mishap } : {}),
        ...(me ? { me: { person: me.person, scopes: me.scopes } } : {}),
      };
    },
    'desk:figures': () => {
      const { lastSyncAt, preferences } = readDesk(store.reader);
      const { connection, clockAheadMs } = sync;
      return {
        ...countStore(store.reader),
        connection,
        ...(lastSyncAt ? { lastSyncAt } : {}),
        ...(clockAheadMs === undefined ? {} : { clockAheadMs }),
        preferences,
      };
    },
    'desk:sync': () => sync.ask(),
    'desk:mishapRead': () => {
      store.write((writer) => updateDesk(writer, { mishap: null }));
      desk.changed(['state']);
    },
  };
}
