import { setImmediate as turn } from 'node:timers/promises';
import { me } from '../db/world.fixture.ts';
import { defaultPreferences, type Preferences } from '../shared/domain/preferences.ts';
import type { Role } from '../shared/domain/role.ts';
import type { Change, Changes } from '../shared/wire/changes.ts';
import type { Decision, DecisionResult } from '../shared/wire/decisions.ts';
import type { Clock } from './clock.ts';
import { type Registry, RegistryProblem } from './registry.ts';

/** A registry in memory, that can be told to fail. */
export class ScriptedRegistry implements Registry {
  environment: 'training' | 'acceptance' = 'training';
  protocol = 1;
  pages: Change[][] = [[]];
  stored: { preferences: Preferences; version: number } = {
    preferences: defaultPreferences,
    version: 1,
  };
  /** Thrown by every call for as long as it is set. */
  failure: Error | undefined;
  /** Thrown once, by the next call of this name. */
  readonly failures = new Map<keyof Registry, Error>();
  /** No call is answered before that. */
  held: Promise<void> = Promise.resolve();
  /** The registry's own clock. */
  now: () => Date = () => new Date();
  /** How many changes were asked for at a time. */
  readonly limits: number[] = [];
  /** The calls that were made, oldest first. */
  readonly asked: (keyof Registry)[] = [];
  readonly batches: Decision[][] = [];
  judge: (decision: Decision) => DecisionResult = ({ id }) => ({
    id,
    outcome: 'applied',
    role: null,
  });
  tellChanged = () => {};
  endEvents = () => {};

  async #ask(call: keyof Registry): Promise<void> {
    this.asked.push(call);
    await this.held;
    const failure = this.failure ?? this.failures.get(call);
    this.failures.delete(call);
    if (failure) throw failure;
  }

  async health() {
    await this.#ask('health');
    const { environment, protocol } = this;
    return { status: 'ok', environment, protocol, time: this.now().toISOString() } as const;
  }

  async me() {
    await this.#ask('me');
    return me;
  }

  async changes(cursor: string | undefined, limit: number): Promise<Changes> {
    this.limits.push(limit);
    await this.#ask('changes');
    const at = cursor === undefined ? 0 : Number(cursor);
    const next = Math.min(at + 1, this.pages.length);
    const hasMore = next < this.pages.length;
    const changes = this.pages[at] ?? [];
    return { changes, cursor: String(next), hasMore, remaining: hasMore ? 1 : 0 };
  }

  async decide(decisions: Decision[]) {
    await this.#ask('decide');
    this.batches.push(decisions);
    return decisions.map(this.judge);
  }

  async history() {
    await this.#ask('history');
    return [];
  }

  async claim(): Promise<Role> {
    await this.#ask('claim');
    throw new RegistryProblem(404, 'not_found');
  }

  async unclaim() {
    await this.#ask('unclaim');
  }

  async bodies() {
    await this.#ask('bodies');
    return { items: [], cursor: null, hasMore: false };
  }

  async preferences() {
    await this.#ask('preferences');
    return { preferences: this.stored.preferences, etag: String(this.stored.version) };
  }

  async savePreferences(preferences: Preferences, etag: string) {
    await this.#ask('savePreferences');
    if (etag !== String(this.stored.version)) throw new RegistryProblem(412, 'stale');
    this.stored = { preferences, version: this.stored.version + 1 };
  }

  async listen(onChanged: () => void) {
    await this.#ask('listen');
    this.tellChanged = onChanged;
    const ended = new Promise<void>((resolve) => {
      this.endEvents = resolve;
    });
    return { ended, close: this.endEvents };
  }
}

/** A clock that stands until it is moved. */
export class HeldClock implements Clock {
  #nowMs = Date.parse('2026-11-22T12:00:00.000Z');
  #wrongMs = 0;
  #waiting: { untilMs: number; end: () => void }[] = [];

  now(): Date {
    return new Date(this.#nowMs + this.#wrongMs);
  }

  elapsedMs(): number {
    return this.#nowMs;
  }

  /** Somebody sets the clock: so far ahead of the right time. No wait becomes shorter or longer. */
  setWrong(aheadMs: number): void {
    this.#wrongMs = aheadMs;
  }

  /** How long the waits last that run now, in ms from now. */
  get waits(): number[] {
    return this.#waiting.map(({ untilMs }) => untilMs - this.#nowMs).sort((a, b) => a - b);
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const entry = {
        untilMs: this.#nowMs + ms,
        end: () => {
          this.#waiting = this.#waiting.filter((each) => each !== entry);
          resolve();
        },
      };
      this.#waiting.push(entry);
      if (signal.aborted) entry.end();
      signal.addEventListener('abort', entry.end, { once: true });
    });
  }

  /** Lets time pass. */
  move(ms: number): void {
    this.#nowMs += ms;
    for (const { untilMs, end } of [...this.#waiting]) if (untilMs <= this.#nowMs) end();
  }
}

/** Lets everything run that is ready to run, until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns += 1) {
    if (turns > 10_000) throw new Error('it does not come to that');
    await turn();
  }
}
