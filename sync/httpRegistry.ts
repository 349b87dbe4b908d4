import { z } from 'zod';
import { preferencesSchema } from '../shared/domain/preferences.ts';
import { roleSchema } from '../shared/domain/role.ts';
import { foundBodiesSchema } from '../shared/wire/bodies.ts';
import { changesSchema } from '../shared/wire/changes.ts';
import { decisionsAnswerSchema } from '../shared/wire/decisions.ts';
import { healthSchema } from '../shared/wire/health.ts';
import { historySchema } from '../shared/wire/history.ts';
import { meSchema } from '../shared/wire/me.ts';
import { checkAnswer, jsonOf } from './answers.ts';
import { hearEvents } from './events.ts';
import {
  type Registry,
  RegistryAnswerInvalid,
  RegistryProblem,
  RegistrySilent,
} from './registry.ts';
import { Silence } from './silence.ts';
import { wayBroken } from './wayBroken.ts';

/** How to reach a registry. */
export interface HttpOptions {
  url: string;
  /** The token to use now; without one nothing but the health is asked for. A call fails with what it rejects with. */
  token: () => string | undefined | Promise<string | undefined>;
  fetch: typeof fetch;
  /** Ends everything that runs. */
  signal: AbortSignal;
  /** How long not a byte may come before a call is given up. */
  longestSilenceMs?: number;
}

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The body. */
  json?: string;
  headers?: Record<string, string>;
  isPublic?: boolean;
  /** Success has no body. */
  isAnswerEmpty?: boolean;
}

const usualSilenceMs = 30_000;
/** What a slow line carries. */
const slowBytesPerMs = 4;

/** A registry over HTTP, as PROTOCOL.md has it. */
export function httpRegistry(options: HttpOptions): Registry {
  /** Makes a call that may last as long as something comes. */
  const patiently = async <T>(
    path: string,
    call: (silence: Silence, signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const silent = new AbortController();
    const longestMs = options.longestSilenceMs ?? usualSilenceMs;
    const silence = new Silence(longestMs, () => silent.abort());
    silence.wait();
    try {
      return await call(silence, AbortSignal.any([options.signal, silent.signal]));
    } catch (error) {
      throw silent.signal.aborted ? new RegistrySilent(path, { cause: error }) : error;
    } finally {
      silence.end();
    }
  };

  const ask = <S extends z.ZodType>(path: string, schema: S, request: Request = {}) =>
    patiently(path, async (silence, signal) => {
      // Before all of a request is there nobody can answer.
      silence.wait((request.json?.length ?? 0) / slowBytesPerMs);
      const response = await send(options, path, request, signal);
      silence.wait();
      await checkAnswer(response, request.isAnswerEmpty ? undefined : 'application/json');
      const given = request.isAnswerEmpty
        ? undefined
        : await jsonOf(response, () => silence.wait());
      const parsed = schema.safeParse(given);
      if (!parsed.success) throw new RegistryAnswerInvalid(path);
      return { answer: parsed.data, response };
    });

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
      const request: Request = { method: 'POST', json: JSON.stringify({ decisions }) };
      return (await ask('/v1/decisions', decisionsAnswerSchema, request)).answer.results;
    },
    history: async (roleId) =>
      (await ask(`/v1/roles/${roleId}/history`, historySchema)).answer.lines,
    claim: async (roleId) =>
      (await ask(`/v1/roles/${roleId}/claim`, roleSchema, { method: 'POST' })).answer,
    unclaim: async (roleId) => {
      await ask(`/v1/roles/${roleId}/claim`, z.undefined(), {
        method: 'DELETE',
        isAnswerEmpty: true,
      });
    },
    bodies: async (query) => {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const search = new URLSearchParams(
        given.map(([name, value]): [string, string] => [name, String(value)]),
      );
      return (await ask(`/v1/bodies?${search}`, foundBodiesSchema)).answer;
    },
    preferences: async () => {
      const { answer, response } = await ask('/v1/preferences', preferencesSchema);
      const etag = response.headers.get('etag');
      if (etag === null) throw new RegistryAnswerInvalid('preferences without an ETag');
      return { preferences: answer, etag };
    },
    savePreferences: async (preferences, etag) => {
      const headers = { 'if-match': etag };
      const request: Request = { method: 'PUT', json: JSON.stringify(preferences), headers };
      await ask('/v1/preferences', z.unknown(), request);
    },
    listen: async (onChanged) => {
      const path = '/v1/events';
      const closing = new AbortController();
      const close = () => closing.abort();
      const body = await patiently(path, async (_, signal) => {
        const headers = { accept: 'text/event-stream' };
        const ended = AbortSignal.any([signal, closing.signal]);
        const response = await send(options, path, { headers }, ended);
        await checkAnswer(response, 'text/event-stream');
        return response.body;
      });
      if (!body) throw new RegistryAnswerInvalid('events without a body');
      return { ended: hearEvents(body, onChanged, close), close };
    },
  };
}

async function send(
  { url, token, fetch }: HttpOptions,
  path: string,
  { method = 'GET', json, headers = {}, isPublic = false }: Request,
  signal: AbortSignal,
): Promise<Response> {
  const bearer = isPublic ? undefined : await token();
  if (!isPublic && bearer === undefined) throw new RegistryProblem(401, 'token_missing');
  try {
    return await fetch(new URL(path, url), {
      method,
      headers: {
        accept: 'application/json',
        ...(isPublic ? {} : { authorization: `Bearer ${bearer}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: json }),
      redirect: 'manual',
      signal,
    });
  } catch (cause) {
    throw wayBroken(path, cause);
  }
}
