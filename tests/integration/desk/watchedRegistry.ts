import { onTestFinished } from 'vitest';
import { Problem } from '../../../registry/http/problem.ts';
import { type Change, changesSchema } from '../../../shared/wire/changes.ts';
import { decisionsRequestSchema } from '../../../shared/wire/decisions.ts';
import { startTestRegistry, type TestRegistry } from '../registry/testRegistry.ts';

/** A page of changes as it was answered. */
export interface AnsweredPage {
  changes: Change[];
  /** How long its JSON is. */
  bytes: number;
}

/** A registry in this process that tells what it was asked, and can be shut or made to wait. */
export interface WatchedRegistry extends TestRegistry {
  token: (username: string) => Promise<string>;
  /** The pages that were answered, oldest first. */
  pages: AnsweredPage[];
  /** The ids of the decisions that came, batch by batch. */
  batches: string[][];
  /** Whether it answers everything with 503, as in maintenance. */
  isShut: boolean;
  /** Goes before every answer of changes. */
  beforePage: () => Promise<void>;
}

/** Starts a watched registry that ends with the test. */
export async function aWatchedRegistry(requests: number): Promise<WatchedRegistry> {
  const watched: Pick<WatchedRegistry, 'pages' | 'batches' | 'isShut' | 'beforePage'> = {
    pages: [],
    batches: [],
    isShut: false,
    beforePage: async () => {},
  };
  const registry = await startTestRegistry({
    requests,
    variant: {
      app: (app) => {
        app.addHook('onRequest', async () => {
          if (watched.isShut) throw new Problem(503, 'issuer_unreachable');
        });
        app.addHook('preHandler', async ({ routeOptions, body }) => {
          if (routeOptions.url !== '/v1/decisions') return;
          const batch = decisionsRequestSchema.safeParse(body).data?.decisions ?? [];
          watched.batches.push(batch.map(({ id }) => id));
        });
        app.addHook('preSerialization', async ({ routeOptions }, reply, answer) => {
          if (routeOptions.url !== '/v1/changes' || reply.statusCode !== 200) return answer;
          await watched.beforePage();
          const { changes } = changesSchema.parse(answer);
          watched.pages.push({ changes, bytes: JSON.stringify(answer).length });
          return answer;
        });
      },
    },
  });
  onTestFinished(() => registry.stop());
  const token = async (username: string) => {
    const { token: given } = await registry.as(username);
    if (given === undefined) throw new Error(`${username} got no token`);
    return given;
  };
  return Object.assign(watched, registry, { token });
}
