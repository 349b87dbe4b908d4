import type { ProblemCode } from './problemCodes.ts';

export const tags = {
  'Signing in': 'Who calls, and how to sign in for development.',
  Requesting: 'Finding a body, requesting a role in it, taking the request back.',
  Reviewing: 'What is to be decided, decisions on it, and what was decided.',
  'Reference data': 'For the systems that keep bodies and accounts.',
  Service: 'For those who run the registry.',
} as const;
export type Tag = keyof typeof tags;

/** Examples by what they show. */
export type Examples = Record<string, unknown>;

/** What the OpenAPI document says of a call beyond its schemas. */
export interface CallDocs {
  operationId: string;
  tag: Tag;
  summary: string;
  description: string;
  /** What each parameter is, beyond those in `usualParameters`, and a value of it. */
  parameters?: Record<string, { description: string; example: unknown }>;
  request?: Examples;
  answer?: Examples;
  /** What it can be refused with, beyond what every call of its kind can. */
  problems?: ProblemCode[];
}

/** By method and path: `GET /v1/me`. */
export type CallDocsByCall = Record<string, CallDocs>;
