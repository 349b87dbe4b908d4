import type { SignInProblem } from '../../shared/desk/state.ts';
import { type Health, healthSchema, protocol } from '../../shared/wire/health.ts';
import type { Settings } from '../settings/settings.ts';
import { Provider, type ProviderSettings } from './provider.ts';

const healthTimeoutMs = 10_000;

/** There is nobody to sign in with: the registry is not there, or not the right one, or names no provider. */
export class NoProvider extends Error {
  readonly problem: SignInProblem;
  constructor(problem: SignInProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** A provider, and by which settings it was found. */
export interface FoundProvider {
  provider: Provider;
  settings: ProviderSettings;
}

/**
 * Finds the provider of the settings, or where they name none, the one that the registry names.
 * @throws {NoProvider} and the errors of providerErrors.ts
 */
export async function findProvider(
  registry: string,
  { environment, signIn }: Pick<Settings, 'environment' | 'signIn'>,
): Promise<FoundProvider> {
  const health = await healthOf(registry);
  if (health.environment !== environment) throw new NoProvider('wrong_environment');
  if (health.protocol !== protocol) throw new NoProvider('wrong_protocol');
  const named = signIn ?? health.signIn;
  if (!named) throw new NoProvider('not_set_up');
  const settings = { ...health.signIn, ...named };
  return { provider: await Provider.discover(settings), settings };
}

async function healthOf(registry: string): Promise<Health> {
  const answer = await fetch(new URL('/v1/health', registry), {
    redirect: 'error',
    signal: AbortSignal.timeout(healthTimeoutMs),
  }).catch(() => undefined);
  if (!answer || answer.status >= 500) throw new NoProvider('registry_unreachable');
  const health = healthSchema.safeParse(await answer.json().catch(() => undefined));
  if (!health.success) throw new NoProvider('registry_invalid');
  return health.data;
}
