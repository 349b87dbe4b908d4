import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../http/metrics.ts';
import { Problem } from '../http/problem.ts';
import { unlimited } from '../http/rateLimit.ts';

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** `GET /metrics`: for who measures on this machine, without a token; not there for anybody else. */
export function metricsRoutes(metrics: Metrics): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    const options = { schema: { hide: true }, config: unlimited };
    app.get('/metrics', options, async (request, reply) => {
      if (!loopback.test(request.ip)) throw new Problem(404, 'not_found');
      reply.type(metrics.contentType);
      return metrics.text();
    });
  };
}
