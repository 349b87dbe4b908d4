import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import { answerClientError } from './clientErrors.ts';

/** 500 decisions, each with the longest message in the widest script, fit. */
const bodyLimitBytes = 10 * 1024 * 1024;

/** Request line and headers together; no address of a call comes near it. */
const headerLimitBytes = 16 * 1024;

/** How long a client may take, in milliseconds, before its connection ends. */
export interface Timeouts {
  /** For the request line and the headers. */
  headersMs: number;
  /** For a whole request: 500 decisions come through a slow mobile network in half of it. */
  requestMs: number;
  /** Without a byte in either direction; open event streams have a heartbeat. */
  silenceMs: number;
}

const usualTimeouts: Timeouts = { headersMs: 15_000, requestMs: 60_000, silenceMs: 120_000 };

/** What the server takes from a client, and how long it waits for it. */
export function serverLimits({ headersMs, requestMs, silenceMs }: Timeouts = usualTimeouts) {
  return {
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestMs,
    connectionTimeout: silenceMs,
    http: {
      maxHeaderSize: headerLimitBytes,
      headersTimeout: headersMs,
      connectionsCheckingInterval: headersMs / 3,
    },
    clientErrorHandler: answerClientError,
  } satisfies FastifyHttpOptions<Server>;
}
