import { z } from 'zod';
import { preferencesSchema } from '../shared/domain/preferences.ts';
import { changesSchema } from '../shared/wire/changes.ts';
import { decisionsAnswerSchema } from '../shared/wire/decisions.ts';
import { healthSchema } from '../shared/wire/health.ts';
import { historySchema } from '../shared/wire/history.ts';
import { meSchema } from '../shared/wire/me.ts';
import { problemSchema } from '../shared/wire/problem.ts';
import { hearEvents } from './events.ts';
import {
  type Registry,
  RegistryAnswerInvalid,
  RegistryProblem,
  RegistryUnreachable,
} from './registry.ts';

/** How to reach a registry. */
export interface HttpOptions {
  url: string;
  /** The token to use now; without one nothing but the health is asked for. */
  token: () => string | undefined;
  fetch: typeof fetch;
  /** Ends everything that runs. */
  signal: AbortSignal;
  timeoutMs?: number;
}

interface Request {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  headers?: Record<string, string>;
  isPublic?: boolean;
}

const usualTimeoutMs = 30_000;

/** A registry over HTTP, as PROTOCOL.md has it. */
export function httpRegistry(options: HttpOptions): Registry {
  const timeoutMs = options.timeoutMs ?? usualTimeoutMs;
  const timed = () => AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]);

  const ask = async <S extends z.ZodType>(path: string, schema: S, request: Request = {}) => {
    const signal = timed();
    const response = await send(options, path, request, signal);
    const parsed = schema.safeParse(await jsonOf(response));
    if (!parsed.success) throw new RegistryAnswerInvalid(path);
    return { answer: parsed.data, response };
  };

  return {
    health: async () => (await ask('/v1/health', healthSchema, { isPublic: true })).answer,
    me: async () => (await ask('/v1/me', meSchema)).answer,
    changes: async (cursor, limit) => {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return (await ask(`/v1/changes?${query}`, changesSchema)).answer;
    },
    decide: async (decisions) => {
      const request: Request = { method: 'POST', body: { decisions } };
      return (await ask('/v1/decisions', decisionsAnswerSchema, request)).answer.results;
    },
    history: async (roleId) =>
      (await ask(`/v1/roles/${roleId}/history`, historySchema)).answer.lines,
    preferences: async () => {
      const { answer, response } = await ask('/v1/preferences', preferencesSchema);
      const etag = response.headers.get('etag');
      if (etag === null) throw new RegistryAnswerInvalid('preferences without an ETag');
      return { preferences: answer, etag };
    },
    savePreferences: async (preferences, etag) => {
      const headers = { 'if-match': etag };
      const request: Request = { method: 'PUT', body: preferences, headers };
      await ask('/v1/preferences', z.unknown(), request);
    },
    listen: async (onChanged) => {
      const opening = new AbortController();
      const signal = AbortSignal.any([options.signal, opening.signal]);
      const timer = setTimeout(() => opening.abort(), timeoutMs);
      const headers = { accept: 'text/event-stream' };
      const response = await send(options, '/v1/events', { headers }, signal).finally(() =>
        clearTimeout(timer),
      );
      if (!response.body) throw new RegistryAnswerInvalid('events without a body');
      const close = () => opening.abort();
      return { ended: hearEvents(response.body, onChanged, close), close };
    },
  };
}

async function send(
  { url, token, fetch }: HttpOptions,
  path: string,
  { method = 'GET', body, headers = {}, isPublic = false }: Request,
  signal: AbortSignal,
): Promise<Response> {
  const bearer = token();
  if (!isPublic && bearer === undefined) throw new RegistryProblem(401, 'token_missing');
  let response: Response;
  try {
    response = await fetch(new URL(path, url), {
      method,
      headers: {
        accept: 'application/json',
        ...(isPublic ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal,
    });
  } catch (cause) {
    throw new RegistryUnreachable(path, { cause });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response: Response): Promise<RegistryProblem> {
  const told = problemSchema.safeParse(await jsonOf(response).catch(() => undefined));
  const retryAfter = response.headers.get('retry-after');
  const code = told.success ? told.data.code : 'unknown';
  return new RegistryProblem(response.status, code, delayOf(retryAfter));
}

/** RFC 9110, Retry-After: seconds or a date. */
function delayOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}

async function jsonOf(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new RegistryUnreachable('the answer broke off', { cause });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new RegistryAnswerInvalid('not JSON');
  }
}
