import type { Preferences } from '../shared/domain/preferences.ts';
import type { Role } from '../shared/domain/role.ts';
import type { BodiesQuery, FoundBodies } from '../shared/wire/bodies.ts';
import type { Changes } from '../shared/wire/changes.ts';
import type { Decision, DecisionResult } from '../shared/wire/decisions.ts';
import type { Health } from '../shared/wire/health.ts';
import type { HistoryLine } from '../shared/wire/history.ts';
import type { Me } from '../shared/wire/me.ts';

/** The registry as the desk uses it. Every call rejects with one of the errors below. */
export interface Registry {
  health: () => Promise<Health>;
  me: () => Promise<Me>;
  /** Changes after a cursor; without one from the start. */
  changes: (cursor: string | undefined, limit: number) => Promise<Changes>;
  /** A result for each decision, whatever their order. */
  decide: (decisions: Decision[]) => Promise<DecisionResult[]>;
  history: (roleId: string) => Promise<HistoryLine[]>;
  /** Says that the person is on a role; rejects with `claimed` where a colleague is. */
  claim: (roleId: string) => Promise<Role>;
  unclaim: (roleId: string) => Promise<void>;
  /** A page of the bodies that a search finds. */
  bodies: (query: BodiesQuery) => Promise<FoundBodies>;
  preferences: () => Promise<TaggedPreferences>;
  /** Rejects with status 412 where somebody has saved others since `etag`. */
  savePreferences: (preferences: Preferences, etag: string) => Promise<void>;
  /** Listens for changes; resolves once the registry tells them. */
  listen: (onChanged: () => void) => Promise<Listening>;
}

/** An open stream of events. `ended` resolves when it ends, for whatever reason. */
export interface Listening {
  ended: Promise<void>;
  close: () => void;
}

/** Preferences with the version that the registry gave them (RFC 9110, ETag). */
export interface TaggedPreferences {
  preferences: Preferences;
  etag: string;
}

/** Nobody is there, or the way to the registry broke. */
export class RegistryUnreachable extends Error {
  /** Whether it is certain that nothing of the call left this computer for anybody. */
  readonly isSureNotSent: boolean;
  constructor(message?: string, options: { isSureNotSent?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.isSureNotSent = options.isSureNotSent ?? false;
  }
}

/** Somebody is there, and for too long not a byte came. */
export class RegistrySilent extends Error {}

/** Something between desk and registry answered in its place: whether the registry heard of it nobody knows. */
export class RegistryIntercepted extends Error {
  /** The status of that answer; none where it was not even one of HTTP. */
  readonly status: number | undefined;
  constructor(message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}

/** The registry answered with an error. */
export class RegistryProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** How long the registry wants to be left alone, where it says so (RFC 9110, Retry-After). */
  readonly retryAfterMs: number | undefined;
  constructor(status: number, code: string, retryAfterMs?: number) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** An answer came in JSON that is not of the protocol. */
export class RegistryAnswerInvalid extends Error {}
