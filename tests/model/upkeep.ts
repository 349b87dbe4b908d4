import { expect } from 'vitest';
import { forgetUpTo } from '../../registry/upkeep/compaction.ts';
import { suspensionAnswerSchema } from '../../shared/wire/suspensions.ts';
import { pick } from '../fixtures/drawn.ts';
import { change } from './apply.ts';
import { count, type Life } from './life.ts';
import { isOpen, named, rolesIn, rolesOf } from './rules.ts';
import type { StepOf } from './steps.ts';
import type { ModelRole, World } from './world.ts';

/** Rule 11: the system suspends all valid roles of a person at once. */
export async function suspendStep(life: Life, { person }: StepOf<'suspend_person'>): Promise<void> {
  const { world, registry, desks, base } = life;
  const { personId } = pick(desks, person);
  const { username } = [...base.administrators, ...base.requesters].find(
    (each) => each.personId === personId,
  )!;
  const system = await registry.system('registry:accounts');
  const code = 'devices_reset';
  const { status, body } = await system.send('POST', '/v1/suspensions', { username, code });
  expect(status).toBe(200);
  const valid = rolesOf(world, personId).filter((role) => role.status === 'valid');
  const suspended = new Set(suspensionAnswerSchema.parse(body).roles);
  expect(suspended, 'what the system suspends').toEqual(new Set(valid.map(({ id }) => id)));
  const together = crypto.randomUUID();
  for (const role of valid) {
    const next = { ...role, status: 'suspended' as const, suspendedBy: 'system' as const };
    change(
      world,
      { ...next, lastDecision: undefined },
      { ...bySystem, action: 'suspend', reason: code },
    );
    world.together.set(role.id, together);
  }
  count(life, `system suspends ${valid.length > 0 ? 'somebody' : 'nobody'}`);
}

const bySystem = { actor: 'system' as const };

const movable = ['BEANR1', 'FAVV-AFSCA, LCE Antwerpen', 'FAVV-AFSCA, ULC Liège', 'FAVV-AFSCA'];
const parents = ['European Commission, DG SANTE', 'FAVV-AFSCA', 'FAVV-AFSCA, LCE Antwerpen'];

/** An authority comes to stand below another one; that one is then responsible for its open roles. */
export async function moveStep(
  life: Life,
  { body: which, parent: to }: StepOf<'move'>,
): Promise<void> {
  const { world, registry } = life;
  const body = named(world, pick(movable, which));
  const parent = named(world, pick(parents, to));
  const system = await registry.system('registry:bodies');
  const { status } = await system.send('PATCH', `/v1/bodies/${body.id}`, { parentId: parent.id });
  const can = parent.kind === 'COMMISSION' || (parent.kind === 'CCA' && body.kind !== 'CCA');
  expect(status, 'moving an authority').toBe(can ? 200 : 422);
  count(life, `move ${status}`);
  if (!can) return;
  body.parentId = parent.id;
  makeResponsible(world, rolesIn(world, body.id), parent.id);
}

const able = ['FAVV-AFSCA', 'FAVV-AFSCA, LCE Antwerpen', 'FAVV-AFSCA, ULC Liège'];

/** Another authority becomes responsible for an activity of an operator, and for the open roles that ask for it. */
export async function entrustStep(life: Life, step: StepOf<'entrust'>): Promise<void> {
  const { world, registry } = life;
  const operators = [...world.bodies.values()].filter(({ type }) => type === 'operator').reverse();
  const operator = pick(operators, step.operator);
  const asked = pick(operator.activities, step.operator);
  const authority = named(world, pick(able, step.authority));
  const activities = [{ activity: asked.activity, responsibleId: authority.id }];
  const system = await registry.system('registry:bodies');
  const { status } = await system.send('PATCH', `/v1/bodies/${operator.id}`, { activities });
  const can = authority.competences?.includes(asked.chapter) ?? true;
  expect(status, 'entrusting an activity').toBe(can ? 200 : 422);
  count(life, `entrust ${status}`);
  if (!can) return;
  asked.responsibleId = authority.id;
  const meant = rolesIn(world, operator.id).filter((role) => role.function === asked.activity);
  makeResponsible(world, meant, authority.id);
}

function makeResponsible(world: World, roles: ModelRole[], responsibleId: string): void {
  for (const role of roles) {
    if (!isOpen(role) || role.responsibleId === responsibleId) continue;
    change(world, { ...role, responsibleId }, { ...bySystem, action: 'reassign' });
  }
}

/** What is gone is forgotten, up to some place: desks that stood before it may have to start afresh. */
export async function compactStep(life: Life, { upTo }: StepOf<'compact'>): Promise<void> {
  const { storage } = life.registry;
  const head = await storage.read((reader) => reader.feedHead());
  await forgetUpTo(storage, Math.floor(head * upTo));
  for (const desk of life.desks) desk.mayHaveExpired = true;
  count(life, 'compacted');
}
