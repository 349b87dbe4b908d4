import pino from 'pino';
import { buildRegistry } from './app.ts';
import { type Options, optionsFrom } from './options.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';
import { developmentTokens } from './tokens.ts';

const host = '127.0.0.1';

try {
  await run(optionsFrom(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`registry: ${textOf(error)}\n`);
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  const { environment, dev, port } = options;
  const logger = pino({ base: null }, pino.destination(2));
  const storage = open(options);
  if (options.seed !== undefined) await seed(storage, options.seed, options.random);
  if (!dev) logger.warn('there is no sign-in yet without --dev: every call but health answers 401');
  const development = dev ? await developmentTokens(storage, environment) : undefined;
  const app = await buildRegistry({ storage, environment, development, logger });
  const stop = async () => {
    await app.close();
    await storage.close();
  };
  try {
    const url = await app.listen({ port, host });
    process.stdout.write(`registry listening on ${url}\n`);
  } catch (error) {
    await stop();
    throw new Error(`--port ${port}: ${textOf(error)}`);
  }
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function open({ db, environment }: Options): Storage {
  try {
    return openStorage(db, environment);
  } catch (error) {
    throw new Error(`--db ${db}: ${textOf(error)}`);
  }
}

/** The demonstration data are loaded only where they are wanted. */
async function seed(storage: Storage, requests: number, random: string): Promise<void> {
  const { seedInto } = await import('./seed/seed.ts');
  const seeded = await seedInto(storage, requests, random);
  if (!seeded) process.stderr.write('registry: --seed left alone: the database is not empty\n');
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
