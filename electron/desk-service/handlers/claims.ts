import { dropClaim, keepClaim } from '../../../db/claims.ts';
import { CallRefused } from '../../../shared/desk/answers.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import { offlineCauseOf } from '../../../sync/connect.ts';
import { RegistryProblem } from '../../../sync/registry.ts';
import type { Desk } from '../desk.ts';

/** The calls that say whether the person is on a role; they go to the registry at once or not at all. */
export function claimHandlers(
  desk: Desk,
): Pick<Handlers<'service'>, 'roles:claim' | 'roles:release'> {
  const { store, registry } = desk;
  /** @throws {CallRefused} `offline`, `claimed`, `not_found`, `not_possible` */
  const onLine = async (call: () => Promise<void>) => {
    if (desk.sync.connection.state === 'offline') throw new CallRefused('offline');
    try {
      await call();
    } catch (error) {
      // What stands in the way is on the screen with the next pull.
      desk.sync.ask();
      throw refusalOf(error);
    }
    desk.changed(['roles']);
  };
  return {
    'roles:claim': ({ roleId }) =>
      onLine(async () => keepClaim(store, await registry.claim(roleId))),
    'roles:release': ({ roleId }) =>
      onLine(async () => {
        await registry.unclaim(roleId);
        dropClaim(store, roleId);
      }),
  };
}

function refusalOf(error: unknown): unknown {
  if (error instanceof RegistryProblem) {
    if (error.code === 'claimed') return new CallRefused('claimed');
    if (error.status === 404) return new CallRefused('not_found');
    if (error.status === 403 || error.status === 409) return new CallRefused('not_possible');
  }
  return offlineCauseOf(error) === undefined ? error : new CallRefused('offline');
}
