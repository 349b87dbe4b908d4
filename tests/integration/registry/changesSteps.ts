import fc from 'fast-check';
import { forgetUpTo } from '../../../registry/upkeep/compaction.ts';
import type { Body } from '../../../shared/domain/body.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { statusAfter } from '../../../shared/domain/transitions.ts';
import { type Action, actionSchema } from '../../../shared/domain/vocabulary.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { type Desk, pullPage, startAfresh } from './changesDesks.ts';
import type { TestRegistry } from './testRegistry.ts';

const choice = fc.nat(1000);

/** One thing that happens; numbers choose among what there is then. */
export const stepArbitrary = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('decide' as const),
      ...{ desk: choice, role: choice, action: choice, target: choice },
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('pull' as const),
      ...{ desk: choice, limit: fc.constantFrom(1, 7, 50) },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('move' as const),
      ...{ authority: choice, parent: choice },
    }),
  },
  fc.record({ step: fc.constant('request' as const), region: fc.nat(2), again: fc.boolean() }),
  fc.record({ step: fc.constant('join' as const), authority: choice }),
  fc.record({ step: fc.constant('withdraw' as const), request: choice }),
  fc.record({ step: fc.constant('responsible' as const), request: choice, authority: choice }),
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constant('suspend' as const), person: choice }),
  },
  fc.record({ step: fc.constant('fullControl' as const), request: choice, on: fc.boolean() }),
  fc.record({ step: fc.constant('compact' as const), back: fc.nat(40) }),
  fc.record({ step: fc.constant('afresh' as const), desk: choice }),
);
export type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A registry, the desks at it, and what steps choose among. */
export interface World {
  registry: TestRegistry;
  desks: Desk[];
  central: RegistryClient;
  /** The systems that keep bodies and accounts. */
  bodies: RegistryClient;
  accounts: RegistryClient;
  /** Belgian authorities: those that steps move, and those that can be above or responsible. */
  movable: Body[];
  superior: Body[];
  requester: RegistryClient;
  requesters: string[];
  filed: Role[];
}

/** Lets a step happen; where it cannot, nothing does. */
export async function take(world: World, step: Step): Promise<void> {
  switch (step.step) {
    case 'decide':
      return decide(world, step);
    case 'request': {
      const region = ['Antwerpen', 'Liège', 'Namur'][step.region];
      if (!step.again) await changeRequester(world);
      world.filed.push(...(await world.requester.file({ operator: newOperator({ region }) })));
      return;
    }
    case 'join': {
      const bodyId = pick(world.movable, step.authority).id;
      world.filed.push(...(await world.requester.file({ bodyId })));
      return;
    }
    case 'withdraw': {
      const { id } = pick(world.filed, step.request);
      await world.requester.send('DELETE', `/v1/role-requests/${id}`);
      return;
    }
    case 'move': {
      const { id } = pick(world.movable, step.authority);
      const parentId = pick(world.superior, step.parent).id;
      await world.bodies.send('PATCH', `/v1/bodies/${id}`, { parentId });
      return;
    }
    case 'responsible': {
      const { bodyId, function: activity } = pick(world.filed, step.request);
      const able = [...world.movable, ...world.superior];
      const activities = [{ activity, responsibleId: pick(able, step.authority).id }];
      await world.bodies.send('PATCH', `/v1/bodies/${bodyId}`, { activities });
      return;
    }
    case 'suspend': {
      // The first who asked holds two roles: what is suspended together comes back together.
      const people = [world.requesters[0]!, ...world.desks.map(({ username }) => username)];
      const username = pick([...people, ...world.requesters], step.person);
      await world.accounts.send('POST', '/v1/suspensions', { username, code: 'devices_reset' });
      return;
    }
    case 'fullControl': {
      const { bodyId } = pick(world.filed, step.request);
      const fullControl = { fullControl: step.on };
      await world.central.send('PUT', `/v1/bodies/${bodyId}/full-control`, fullControl);
      return;
    }
    case 'compact': {
      const head = await world.registry.storage.read((reader) => reader.feedHead());
      return forgetUpTo(world.registry.storage, head - step.back);
    }
    case 'afresh':
      return startAfresh(pick(world.desks, step.desk));
    case 'pull':
      await pullPage(pick(world.desks, step.desk), step.limit);
  }
}

/** From now on somebody new asks. */
export async function changeRequester(world: World): Promise<void> {
  const newcomer = await world.registry.newcomer();
  world.requester = newcomer;
  world.requesters.push(newcomer.person.username);
}

async function decide(world: World, step: Extract<Step, { step: 'decide' }>): Promise<void> {
  const { client } = pick(world.desks, step.desk);
  const roles = [...(await client.roles()).values()];
  if (roles.length === 0) return;
  // The youngest requests are at the end: they see the most of life.
  const role = roles[roles.length - 1 - (step.role % Math.min(roles.length, 12))]!;
  const open = actionSchema.options.filter((each) => statusAfter(each, role.status));
  if (open.length === 0) return;
  const action = pick(open, step.action);
  await client.decide(role, action, { target: await targetFor(world, action, step.target) });
}

/** A target that may do: another authority to pass a request on to, an operator to attach a role to. */
async function targetFor({ registry, superior, movable, filed }: World, action: Action, n: number) {
  if (action === 'reassign') return pick([...superior, ...movable], n).id;
  if (action !== 'approve' || n % 2 === 0) return undefined;
  for (const { bodyId, type } of filed) {
    const body = await registry.storage.read((reader) => reader.body(bodyId));
    if (type === 'operator' && body?.status === 'valid') return bodyId;
  }
  return undefined;
}

function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length]!;
}
