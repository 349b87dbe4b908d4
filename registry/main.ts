import pino, { type Logger } from 'pino';
import { buildRegistry } from './app.ts';
import { dueAtBy, type ServiceTarget } from './calendar.ts';
import { registryLogger } from './http/log.ts';
import { usualCallsPerMinute } from './http/rateLimit.ts';
import { type Options, optionsFrom } from './options.ts';
import type { DevelopmentSignIn } from './sign-in/development/signIn.ts';
import { remoteSignIn } from './sign-in/remote.ts';
import type { SignIn } from './sign-in/signIn.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';
import { compactDaily } from './upkeep/daily.ts';

const host = '127.0.0.1';

try {
  await run(optionsFrom(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`registry: ${textOf(error)}\n`);
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  const { environment, dev, port } = options;
  const logger = registryLogger(pino.destination(2));
  process.once('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'ended by an error');
    process.exit(1);
  });
  const serviceTarget = {
    workingDays: options['service-days'],
    hours: options['working-hours'],
  };
  const storage = await open(options);
  if (options.restored) await storage.write((writer) => writer.becomeAnother());
  if (options.seed !== undefined) await seed(storage, options.seed, options.random, serviceTarget);
  const signIn = signInAt(options, logger);
  const development = dev ? await developmentAt(storage, options) : undefined;
  if (!signIn && !development) {
    logger.warn('there is no sign-in without --issuer or --dev: every call but health answers 401');
  }
  const callsPerMinute = options['rate-limit'] ?? (dev ? 0 : usualCallsPerMinute);
  const app = await buildRegistry({
    ...{ storage, environment, signIn, development, logger, callsPerMinute, serviceTarget },
  });
  const stopCompacting = compactDaily(storage, options['keep-changes-days'], logger);
  const stop = async () => {
    // A second signal is not waited on.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await app.close();
    await stopCompacting();
    await storage.close();
  };
  try {
    const url = await app.listen({ port, host });
    process.stdout.write(`registry listening on ${url}\n`);
  } catch (error) {
    await stop();
    throw new Error(`--port ${port}: ${textOf(error)}`);
  }
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

async function open({ db, environment }: Options): Promise<Storage> {
  try {
    return await openStorage(db, environment);
  } catch (error) {
    throw new Error(`--db ${withoutPassword(db)}: ${textOf(error)}`);
  }
}

/** An address as it can be shown. */
function withoutPassword(address: string): string {
  return address.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@');
}

function signInAt(
  { issuer, environment, audience, 'client-id': clientId }: Options,
  logger: Logger,
): SignIn | undefined {
  if (issuer === undefined) return undefined;
  const onUnreachable = (error: unknown) => logger.error({ err: error }, 'no keys of the issuer');
  return remoteSignIn({ issuer, environment, audience, clientId, onUnreachable });
}

/** The provider is a package for development: it is there only where it is wanted. */
async function developmentAt(
  storage: Storage,
  { environment }: Options,
): Promise<DevelopmentSignIn> {
  const { developmentSignIn } = await import('./sign-in/development/signIn.ts');
  return developmentSignIn(storage, environment);
}

/** The demonstration data are loaded only where they are wanted. */
async function seed(
  storage: Storage,
  requests: number,
  random: string,
  target: ServiceTarget,
): Promise<void> {
  const { seedInto } = await import('./seed/seed.ts');
  const seeded = await seedInto(storage, requests, random, dueAtBy(target));
  if (!seeded) process.stderr.write('registry: --seed left alone: the database is not empty\n');
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
