import type { Action } from '../../../shared/domain/vocabulary.ts';
import type { Decision } from '../../../shared/wire/decisions.ts';
import { moveUnit, roleNow, type Subject, type World } from './deletionsWorld.ts';

/** How something leaves what a desk sees, or is closed. */
interface Deletion {
  /** What it needs. */
  of: { status: 'requested' | 'valid'; within: 'operator' | 'region' };
  happens: (world: World, subject: Subject) => Promise<unknown>;
}

const code = 'devices_reset';

/** All of them; where the role has been decided on meanwhile, those that need a request cannot happen any more. */
export const deletions = {
  withdrawn: {
    of: { status: 'requested', within: 'operator' },
    happens: (_, { requester, roleId }) => requester.send('DELETE', `/v1/role-requests/${roleId}`),
  },
  'passed on': {
    of: { status: 'requested', within: 'operator' },
    happens: (world, { roleId }) =>
      decideCentrally(world, roleId, 'reassign', { target: world.elsewhere.id }),
  },
  attached: {
    of: { status: 'requested', within: 'operator' },
    happens: (world, { roleId }) =>
      decideCentrally(world, roleId, 'approve', { target: world.operatorElsewhere }),
  },
  'operator rejected': {
    of: { status: 'requested', within: 'operator' },
    happens: (world, { roleId }) => decideCentrally(world, roleId, 'reject'),
  },
  moved: {
    of: { status: 'requested', within: 'operator' },
    happens: async (world) => moveUnit(world, (await authorityAbove(world)).id),
  },
  'own role suspended': {
    of: { status: 'valid', within: 'operator' },
    happens: (world) => decideCentrally(world, world.ownRoleId, 'suspend'),
  },
  'own administration taken away': {
    of: { status: 'requested', within: 'region' },
    happens: (world) => decideCentrally(world, world.ownRoleId, 'revoke_admin'),
  },
  'own role suspended and given back': {
    of: { status: 'valid', within: 'region' },
    happens: async (world) => {
      await decideCentrally(world, world.ownRoleId, 'suspend');
      await decideCentrally(world, world.ownRoleId, 'reactivate');
    },
  },
  'person suspended by the system': {
    of: { status: 'valid', within: 'operator' },
    happens: ({ accounts }, { requester }) =>
      accounts.send('POST', '/v1/suspensions', { username: requester.person.username, code }),
  },
  'own person suspended by the system': {
    of: { status: 'valid', within: 'operator' },
    happens: ({ accounts, holder }) =>
      accounts.send('POST', '/v1/suspensions', { username: holder.person.username, code }),
  },
} as const satisfies Record<string, Deletion>;
export type DeletionKind = keyof typeof deletions;
export const deletionKinds = Object.keys(deletions) as DeletionKind[];

async function decideCentrally(
  world: World,
  roleId: string,
  action: Action,
  more: Partial<Decision> = {},
): Promise<void> {
  await world.central.decide(await roleNow(world, roleId), action, more);
}

async function authorityAbove({ registry, region }: World) {
  const above = await registry.storage.read((reader) => reader.body(region.parentId ?? ''));
  if (!above) throw new Error('nothing is above the region');
  return above;
}
