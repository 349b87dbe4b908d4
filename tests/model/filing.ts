import { expect } from 'vitest';
import { roleRequestAnswerSchema } from '../../shared/wire/roleRequests.ts';
import { pick } from '../fixtures/drawn.ts';
import { asked, filed, withdraw } from './file.ts';
import { count, type Life } from './life.ts';
import { rolesOf, standingOf } from './rules.ts';
import type { StepOf } from './steps.ts';
import { modelRole } from './world.ts';

const path = '/v1/role-requests';

/** Somebody asks for roles; administrators do too. */
export async function fileStep(life: Life, { actor, wish }: StepOf<'file'>): Promise<void> {
  // Requesters are the last: most requests are theirs.
  const desk = actor < 15 ? life.desks.at(-1 - (actor % 3))! : pick(life.desks, actor);
  const key = crypto.randomUUID();
  const expected = asked(life.world, wish);
  const { request } = expected;
  const headers = { 'idempotency-key': key };
  const { status, body } = await desk.client.send('POST', path, request, headers);
  expect(status, `a request: ${JSON.stringify(body)}`).toBe(expected.refused ? 422 : 201);
  count(life, expected.refused ? 'request refused' : 'requested');
  if (expected.refused) return;
  const { roles } = roleRequestAnswerSchema.parse(body);
  expect(roles.length).toBe(expected.roles.length);
  filed(life.world, desk.personId, expected, roles);
  for (const role of roles) {
    expect(modelRole(role), 'a requested role').toEqual(life.world.roles.get(role.id));
  }
  life.filings.push({ desk, key, request, roles });
}

/** The same key again: the same content gets the first answer, another content none. */
export async function refileStep(life: Life, { which, how }: StepOf<'refile'>): Promise<void> {
  if (life.filings.length === 0) return;
  const { desk, key, request, roles } = pick(life.filings, which);
  if (how === 'same') {
    expect(await desk.client.file(request, key), 'a repeated request').toEqual(roles);
  } else {
    const headers = { 'idempotency-key': key };
    const other = { ...request, message: 'other' };
    const problem = await desk.client.refusal('POST', path, other, headers);
    expect(problem.code).toBe('idempotency_key_reused');
  }
  count(life, `request again, ${how}`);
}

/** Somebody takes a request back, as a rule one of their own. */
export async function withdrawStep(
  life: Life,
  { actor, role: which, own }: StepOf<'withdraw'>,
): Promise<void> {
  const { world } = life;
  const desk = pick(life.desks, actor);
  const roles = own ? rolesOf(world, desk.personId) : [...world.roles.values()];
  const role = roles.at(-1 - (which % Math.max(1, roles.length)));
  if (!role) return;
  const { status } = await desk.client.send('DELETE', `${path}/${role.id}`);
  const sees = standingOf(world, desk.personId, role) !== 'none';
  const expected =
    role.personId === desk.personId ? (withdraw(world, role) ? 204 : 409) : sees ? 403 : 404;
  expect(status, 'taking a request back').toBe(expected);
  count(life, `withdraw ${status}`);
}
