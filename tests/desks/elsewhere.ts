import { forgetUpTo } from '../../registry/upkeep/compaction.ts';
import { statusAfter } from '../../shared/domain/transitions.ts';
import type { Action } from '../../shared/domain/vocabulary.ts';
import { pick } from '../fixtures/drawn.ts';
import { operatorAsked, requestsIn } from './asking.ts';
import { rolesAt } from './deciding.ts';
import { count, type Life } from './life.ts';
import type { StepOf } from './steps.ts';

// What happens at the registry, while no desk looks.

/** Some change nothing that another decision needs: that one can be taken anew. */
const actions: Action[] = [
  ...(['approve', 'reject', 'suspend', 'reactivate', 'grant_admin', 'revoke_admin'] as const),
];

/** A colleague without a desk decides on what a desk shows. */
export async function colleagueStep(life: Life, step: StepOf<'colleague'>): Promise<void> {
  const { registry, usernames } = life.base;
  const known = rolesAt(pick(life.desks, step.desk).store);
  const seen = known[step.role % Math.max(1, known.length)];
  const role = seen && (await registry.storage.read((reader) => reader.role(seen.role.id)));
  if (!role) return;
  const open = actions.filter((each) => statusAfter(each, role.status));
  if (open.length === 0) return;
  const colleague = await registry.as(usernames['central 2']);
  const { outcome } = await colleague.decide(role, pick(open, step.action));
  count(life, `colleague: ${outcome}`);
}

/** Somebody asks for a role. */
export async function requestStep(life: Life, { which }: StepOf<'request'>): Promise<void> {
  const { registry, requesters, bodies } = life.base;
  const requester = await registry.as(pick(requesters, which));
  await requester.file(pick([...requestsIn(bodies), operatorAsked(which)], which));
  count(life, 'request');
}

/** An authority comes to stand below another one: some lose sight of it and all below. */
export async function moveStep(life: Life, { which, isBack }: StepOf<'move'>): Promise<void> {
  const { registry, bodies, commissionBody } = life.base;
  const body = pick([bodies['post 1'], bodies.unit], which);
  const parentId = isBack ? bodies['central 1'] : commissionBody;
  const system = await registry.system('registry:bodies');
  const { status } = await system.send('PATCH', `/v1/bodies/${body}`, { parentId });
  count(life, `move ${status}`);
}

/** The Commission suspends or reactivates a role of the one who sits at a desk. */
export async function ownRoleStep(life: Life, step: StepOf<'own_role'>): Promise<void> {
  const { registry, commission } = life.base;
  const { username } = pick(life.desks, step.desk);
  const [role] = await registry.storage.read(async (reader) => {
    const person = await reader.personByUsername(username);
    const held = person ? await reader.rolesOfPerson(person.id) : [];
    return held.filter(({ status }) => status === 'valid' || status === 'suspended');
  });
  if (!role) return;
  const action = role.status === 'valid' ? 'suspend' : 'reactivate';
  const { outcome } = await (await registry.as(commission)).decide(role, action);
  count(life, `own role: ${action} ${outcome}`);
}

/** The system suspends a person (rule 11). */
export async function suspendStep(life: Life, { which }: StepOf<'suspend_person'>): Promise<void> {
  const { registry, requesters } = life.base;
  const people = [...requesters, ...requesters, ...life.desks.map(({ username }) => username)];
  const username = pick(people, which);
  const system = await registry.system('registry:accounts');
  await system.send('POST', '/v1/suspensions', { username, code: 'devices_reset' });
  count(life, 'suspended by the system');
}

/** A request is passed on to another authority, and may leave the sight of some. */
export async function passOnStep(life: Life, { which }: StepOf<'pass_on'>): Promise<void> {
  const { registry, usernames, bodies } = life.base;
  const asked = rolesAt(life.desks[0]!.store).filter(
    ({ role }) => role.type === 'operator' && role.status === 'requested',
  );
  const seen = asked[which % Math.max(1, asked.length)];
  const role = seen && (await registry.storage.read((reader) => reader.role(seen.role.id)));
  if (!role) return;
  const target = role.responsibleId === bodies.unit ? bodies['central 1'] : bodies.unit;
  const colleague = await registry.as(usernames['central 2']);
  const { outcome } = await colleague.decide(role, 'reassign', { target });
  count(life, `passed on: ${outcome}`);
}

/** The registry forgets what is gone: whoever has not heard of it starts afresh. */
export async function compactStep({ base }: Life): Promise<void> {
  const { storage } = base.registry;
  await forgetUpTo(storage, await storage.read((reader) => reader.feedHead()));
}

/** The registry is elsewhere afterwards; nothing is lost there. */
export async function restartRegistryStep({ base, desks }: Life): Promise<void> {
  await base.registry.restart();
  for (const { proxy } of desks) proxy.pointTo(base.registry.url);
}
