import { readDesk, updateDesk } from '../db/desk.ts';
import type { Store } from '../db/store.ts';
import type { OfflineCause } from '../shared/desk/state.ts';
import { protocol } from '../shared/wire/health.ts';
import {
  type Registry,
  RegistryAnswerInvalid,
  RegistryProblem,
  RegistryUnreachable,
} from './registry.ts';

/** The registry is not one that this store may be synced with. */
class WrongRegistry extends Error {
  readonly reason: 'wrong_environment' | 'registry_older' | 'registry_newer';
  constructor(reason: WrongRegistry['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Makes sure that this is the registry and the person of the store, before anything is pulled or pushed.
 * @throws {WrongRegistry}
 * @throws {RegistryProblem} 401 where the token is another person's
 */
export async function greet(store: Store, registry: Registry): Promise<void> {
  const health = await registry.health();
  const { environment, me: known } = readDesk(store.reader);
  if (health.environment !== environment) throw new WrongRegistry('wrong_environment');
  if (health.protocol < protocol) throw new WrongRegistry('registry_older');
  if (health.protocol > protocol) throw new WrongRegistry('registry_newer');
  const me = await registry.me();
  if (known && known.person.id !== me.person.id) throw new RegistryProblem(401, 'other_person');
  store.write((writer) => updateDesk(writer, { me }));
}

/** What a failed attempt means for the window; undefined where it is not the registry's doing. */
export function offlineCauseOf(error: unknown): OfflineCause | undefined {
  if (error instanceof WrongRegistry) return error.reason;
  if (error instanceof RegistryUnreachable) return 'unreachable';
  if (error instanceof RegistryAnswerInvalid) return 'answer_invalid';
  if (error instanceof RegistryProblem) {
    if (error.code === 'person_unknown') return 'person_unknown';
    return error.status === 401 ? 'signed_out' : 'registry_error';
  }
  return undefined;
}
