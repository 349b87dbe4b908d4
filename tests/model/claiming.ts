import { expect } from 'vitest';
import { pick } from '../fixtures/drawn.ts';
import { actor, write } from './apply.ts';
import { controlBodyName } from './file.ts';
import { count, type Life } from './life.ts';
import { above, bodyOf, isOpen, named, rolesIn, rolesOf, scopeOf, standingOf } from './rules.ts';
import type { StepOf } from './steps.ts';
import type { ModelBody, ModelRole, World } from './world.ts';

/** Somebody says to be on a role, or no longer: no change of the role, and no line of the audit log. */
export async function claimStep(
  life: Life,
  { actor: who, role: which, among, ends }: StepOf<'claim'>,
): Promise<void> {
  const { world } = life;
  const { personId, client } = pick(life.desks, who);
  const roles = rolesAmong(world, personId, among);
  const role = roles.at(-1 - (which % Math.max(1, roles.length)));
  if (!role) return;
  const expected = ends ? unclaiming(world, personId, role) : claiming(world, personId, role);
  const { status } = await client.send(ends ? 'DELETE' : 'POST', `/v1/roles/${role.id}/claim`);
  expect(status, ends ? 'ending a claim' : 'claiming').toBe(expected);
  if (status < 300) world.roles.set(role.id, { ...role, claimedBy: ends ? undefined : personId });
  count(life, `${ends ? 'unclaim' : 'claim'} ${status}`);
}

function rolesAmong(world: World, personId: string, among: StepOf<'claim'>['among']): ModelRole[] {
  if (among === 'all') return [...world.roles.values()];
  const seen = scopeOf(world, personId);
  const such = seen.filter(
    ({ status, claimedBy }) =>
      (among === 'suspended' && status === 'suspended') || (among === 'claimed' && claimedBy),
  );
  return such.length > 0 ? such : seen;
}

/** Only who could decide claims, and only what waits for somebody. */
function claiming(world: World, personId: string, role: ModelRole): number {
  if (role.personId === personId) return 403;
  const standing = standingOf(world, personId, role);
  if (standing === 'none') return 404;
  if (standing !== 'decides') return 403;
  const waits = role.status === 'requested' || role.status === 'suspended';
  return waits && isFree(role, personId) ? 200 : 409;
}

function unclaiming(world: World, personId: string, role: ModelRole): number {
  if (standingOf(world, personId, role) === 'none') return 404;
  return isFree(role, personId) ? 204 : 409;
}

function isFree({ claimedBy }: ModelRole, personId: string): boolean {
  return claimedBy === undefined || claimedBy === personId;
}

/** Bodies whose administrators take part in histories. */
const controlled = ['BEANR1', 'FAVV-AFSCA, LCE Antwerpen', controlBodyName];

/** A central authority takes or ends full control of a body. */
export async function fullControlStep(
  life: Life,
  { actor: who, body: which, fullControl }: StepOf<'full_control'>,
): Promise<void> {
  const { world } = life;
  const { personId, client } = pick(life.desks, who);
  const operators = [...world.bodies.values()].filter(({ type }) => type === 'operator');
  const body = which < 12 ? named(world, pick(controlled, which)) : pick(operators, which);
  const path = `/v1/bodies/${body.id}/full-control`;
  const { status } = await client.send('PUT', path, { fullControl });
  const may = mayControl(world, personId, body);
  expect(may ? [200] : [403, 404], `full control by ${may ? 'its' : 'no'} authority`).toContain(
    status,
  );
  count(life, `full control ${status}`);
  if (!may || body.fullControl === fullControl) return;
  body.fullControl = fullControl;
  const action = fullControl ? 'take_full_control' : 'end_full_control';
  for (const role of rolesIn(world, body.id).filter(isOpen)) {
    write(world, role, { actor: actor(world, personId), action });
  }
}

/** The central authorities above a body; of a control body that of its country. */
function mayControl(world: World, personId: string, body: ModelBody): boolean {
  const held = rolesOf(world, personId).filter(({ status }) => status === 'valid');
  const controls = (each: ModelBody) =>
    each.kind === 'CCA' && held.some(({ bodyId }) => bodyId === each.id);
  switch (body.type) {
    case 'authority':
      return above(world, body).some(controls);
    case 'control_body':
      return [...world.bodies.values()].some((each) => each.country === 'BE' && controls(each));
    case 'operator':
      return body.activities.some(({ responsibleId = '' }) => {
        const responsible = bodyOf(world, responsibleId);
        return [responsible, ...above(world, responsible)].some(controls);
      });
  }
}
