import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DecisionResult } from '../../shared/wire/decisions.ts';
import type { Events } from '../events.ts';
import type { Storage } from '../storage/storage.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer stays open; how long says nothing of the registry. */
    isStream?: boolean;
  }
}

/** What the registry counts, for Prometheus. Labels are routes, codes and the like: few, and never of a person. */
export interface Metrics {
  contentType: string;
  /** All of it, in Prometheus' text form. */
  text(): Promise<string>;
  /** Counts what decisions were answered with; a repeated one is counted again. */
  countDecisions(results: readonly DecisionResult[]): void;
}

/** Starts to count what an app answers. */
export function metricsOf(app: FastifyInstance, storage: Storage, events: Events): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: 'roledesk_http_requests_total',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'roledesk_http_request_duration_seconds',
    help: 'Time to the end of an answer, by route and method; event streams left out.',
    labelNames: ['route', 'method'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const decisions = new Counter({
    name: 'roledesk_decisions_total',
    help: 'Decisions answered, by outcome; a repeated one counts again.',
    labelNames: ['outcome'],
    registers,
  });
  new Gauge({
    name: 'roledesk_event_streams',
    help: 'Event streams that are open.',
    registers,
    collect() {
      this.set(events.count());
    },
  });
  new Gauge({
    name: 'roledesk_feed_head',
    help: 'The last sequence number given to a change.',
    registers,
    async collect() {
      this.set(await storage.read((reader) => reader.feedHead()));
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    const { url: route = 'unknown', config } = request.routeOptions;
    const { method } = request;
    answers.inc({ route, method, status: reply.statusCode });
    if (!config.isStream) durations.observe({ route, method }, reply.elapsedTime / 1000);
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    countDecisions: (results) => {
      for (const { outcome } of results) decisions.inc({ outcome });
    },
  };
}
