import type { FastifyBaseLogger } from 'fastify';
import type { Storage } from '../storage/storage.ts';
import { compact } from './compaction.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Compacts the feed now and once a day.
 * @returns ends it, once a compaction under way is over
 */
export function compactDaily(
  storage: Storage,
  keepDays: number,
  logger: Pick<FastifyBaseLogger, 'error'>,
): () => Promise<void> {
  const run = () =>
    compact(storage, keepDays, new Date()).catch((error: unknown) => {
      logger.error({ err: error }, 'compaction failed');
    });
  let last = run();
  const timer = setInterval(() => {
    last = last.then(run);
  }, dayMs).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}
