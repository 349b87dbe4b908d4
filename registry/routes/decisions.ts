import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  decisionsAnswerSchema,
  decisionsLimit,
  decisionsRequestSchema,
} from '../../shared/wire/decisions.ts';
import { decideBatch } from '../decisions/batch.ts';
import { answers } from '../http/answers.ts';
import { callerOfRequest } from '../http/authentication.ts';
import type { Metrics } from '../http/metrics.ts';
import { Problem } from '../http/problem.ts';
import type { Storage } from '../storage/storage.ts';

/** `POST /v1/decisions`: a batch, each decision with a result of its own. */
export function decisionsRoutes(
  storage: Storage,
  metrics: Pick<Metrics, 'countDecisions'>,
): FastifyPluginAsyncZod {
  return async (app) => {
    const schema = { body: decisionsRequestSchema, response: answers(decisionsAnswerSchema) };
    app.post('/v1/decisions', { schema }, async (request) => {
      const { decisions } = request.body;
      if (decisions.length > decisionsLimit) throw new Problem(413, 'too_many_decisions');
      const results = await storage.write(async (writer) =>
        decideBatch(writer, await callerOfRequest(writer, request), decisions),
      );
      metrics.countDecisions(results);
      return { results };
    });
  };
}
