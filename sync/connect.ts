import { readDesk, updateDesk } from '../db/desk.ts';
import type { Store } from '../db/store.ts';
import { storeTroubleOf } from '../db/trouble.ts';
import type { OfflineCause } from '../shared/desk/state.ts';
import { protocol } from '../shared/wire/health.ts';
import {
  type Registry,
  RegistryAnswerInvalid,
  RegistryIntercepted,
  RegistryProblem,
  RegistrySilent,
  RegistryUnreachable,
} from './registry.ts';
import type { Skew } from './skew.ts';

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
export async function greet(store: Store, registry: Registry, skew: Skew): Promise<void> {
  const health = await skew.measure(() => registry.health());
  const { environment, me: known } = readDesk(store.reader);
  if (health.environment !== environment) throw new WrongRegistry('wrong_environment');
  if (health.protocol < protocol) throw new WrongRegistry('registry_older');
  if (health.protocol > protocol) throw new WrongRegistry('registry_newer');
  const me = await registry.me();
  if (known && known.person.id !== me.person.id) throw new RegistryProblem(401, 'other_person');
  store.write((writer) => updateDesk(writer, { me }));
}

/** What a failed attempt means for the window; undefined where neither the registry nor a disk is the cause. */
export function offlineCauseOf(error: unknown): OfflineCause | undefined {
  const trouble = storeTroubleOf(error);
  if (trouble === 'disk_full' || trouble === 'disk_failing') return trouble;
  if (error instanceof WrongRegistry) return error.reason;
  if (error instanceof RegistryUnreachable) return 'unreachable';
  if (error instanceof RegistrySilent) return 'no_answer';
  if (error instanceof RegistryIntercepted) return 'intercepted';
  if (error instanceof RegistryAnswerInvalid) return 'answer_invalid';
  if (error instanceof RegistryProblem) return causeOfProblem(error);
  return undefined;
}

function causeOfProblem({ code, status }: RegistryProblem): OfflineCause {
  if (code === 'person_unknown') return 'person_unknown';
  if (status === 401) return 'signed_out';
  if (status === 429) return 'busy';
  return status === 503 ? 'maintenance' : 'registry_error';
}
