import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem as Document, problemMediaType } from '../../shared/wire/problem.ts';
import { StorageUnavailable } from '../storage/storage.ts';
import { Problem } from './problem.ts';

/** Codes of what Fastify itself refuses, by status. */
const codes: Record<number, string> = {
  400: 'invalid_request',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  413: 'payload_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
};

/** A database that restarts is back within this. */
const retryAfterSeconds = 5;

/** Fastify's error handler: every error is answered as a problem document; the unexpected is logged. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  // Fastify would close the connection on a client that still sends, which then might never read the answer.
  reply.removeHeader('connection');
  sendProblem(reply, problem);
}

/** Answers a problem; its `instance` is what the log calls the request. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const { status, headers } = problem;
  reply.code(status).headers(headers).type(problemMediaType).serializer(JSON.stringify);
  reply.send({ ...documentOf(problem), instance: `urn:uuid:${reply.request.id}` });
}

/** The document that tells a problem. */
export function documentOf({ status, code, errors }: Problem): Document {
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: 'about:blank', title, status, code, ...(errors && { errors }) };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StorageUnavailable) return storageUnavailable();
  const { statusCode = 500, code } = asFastifyError(error);
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY') {
    return new Problem(400, 'malformed_json');
  }
  const status = statusCode >= 400 && statusCode < 500 ? statusCode : 500;
  return new Problem(status, codes[status] ?? (status === 500 ? 'internal_error' : 'refused'));
}

/** Nothing of it is sure to have been done; what is repeated with its id is done once. */
function storageUnavailable(): Problem {
  return new Problem(503, 'storage_unavailable', {
    headers: { 'retry-after': `${retryAfterSeconds}` },
  });
}

function asFastifyError(error: unknown): Partial<FastifyError> {
  return error instanceof Error ? error : {};
}
