import type { z } from 'zod';
import type { Role } from '../../shared/domain/role.ts';
import type { Action } from '../../shared/domain/vocabulary.ts';
import { changesSchema } from '../../shared/wire/changes.ts';
import { decisionsAnswerSchema } from '../../shared/wire/decisions.ts';
import { devPeopleSchema, devTokenSchema } from '../../shared/wire/development.ts';
import { historySchema } from '../../shared/wire/history.ts';
import { meSchema } from '../../shared/wire/me.ts';
import { roleRequestAnswerSchema } from '../../shared/wire/roleRequests.ts';

/** A person signed in at a `--dev` registry without a desk: sees what became of decisions, and decides elsewhere. */
export class Witness {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, username: string): Promise<Witness> {
    const answer = await fetch(new URL('/dev/token', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username }),
    });
    return new Witness(url, devTokenSchema.parse(await answer.json()).access_token);
  }

  me() {
    return this.#ask('/v1/me', meSchema);
  }

  /** All roles in the person's scope, by id. */
  async roles(): Promise<Map<string, Role>> {
    const roles = new Map<string, Role>();
    let query = 'limit=1000';
    for (;;) {
      const page = await this.#ask(`/v1/changes?${query}`, changesSchema);
      for (const change of page.changes) {
        if (change.kind === 'role') roles.set(change.id, change.role);
        if (change.kind === 'gone') roles.delete(change.id);
      }
      if (!page.hasMore) return roles;
      query = `limit=1000&cursor=${encodeURIComponent(page.cursor)}`;
    }
  }

  /** How often the audit log of a role names a decision of this kind by this person. */
  async count(roleId: string, action: Action): Promise<number> {
    const { person } = await this.me();
    const { lines } = await this.#ask(`/v1/roles/${roleId}/history`, historySchema);
    return lines.filter(
      (line) =>
        line.action === action && line.actor !== 'system' && line.actor.personId === person.id,
    ).length;
  }

  /** Decides on a role as it now stands, as from another desk; answers the outcome. */
  async decide(roleId: string, action: Action, reason?: string): Promise<string> {
    const role = (await this.roles()).get(roleId);
    if (!role) throw new Error(`The role ${roleId} is out of scope.`);
    const decision = {
      id: crypto.randomUUID(),
      roleId,
      action,
      baseRevision: role.revision,
      decidedAt: new Date().toISOString(),
      desk: crypto.randomUUID(),
      ...(reason ? { reason } : {}),
    };
    const { results } = await this.#post('/v1/decisions', decisionsAnswerSchema, {
      decisions: [decision],
    });
    return results[0]?.outcome ?? 'none';
  }

  /** Files a request for a role in an existing body; answers the new roles. */
  async request(request: { bodyId: string; function?: string; message?: string }): Promise<Role[]> {
    return (await this.#post('/v1/role-requests', roleRequestAnswerSchema, request)).roles;
  }

  #post<S extends z.ZodType>(path: string, schema: S, body: unknown) {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    };
    return this.#ask(path, schema, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async #ask<S extends z.ZodType>(path: string, schema: S, init: RequestInit = {}) {
    const headers = { ...init.headers, authorization: `Bearer ${this.#token}` };
    const answer = await fetch(new URL(path, this.#url), { ...init, headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return schema.parse(await answer.json());
  }
}

/** The demonstration people of a `--dev` registry. */
export async function peopleOf(url: string) {
  return devPeopleSchema.parse(await (await fetch(new URL('/dev/people', url))).json());
}

/** The user names of those who work for a central competent authority of a country. */
export async function administratorsOf(url: string, country: string): Promise<string[]> {
  return (await peopleOf(url))
    .filter(({ administers }) =>
      administers.some((body) => body.kind === 'CCA' && body.country === country),
    )
    .map(({ username }) => username);
}
