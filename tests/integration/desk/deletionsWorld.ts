import type { Body } from '../../../shared/domain/body.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from '../registry/testRegistry.ts';
import { LocalDesk } from './localDesk.ts';

/** A region with a unit below it, its desk, and those who take things out of the desk's scope. */
export interface World {
  registry: TestRegistry;
  central: RegistryClient;
  /** The systems that keep bodies and accounts. */
  bodies: RegistryClient;
  accounts: RegistryClient;
  region: Body;
  unit: Body;
  /** A unit and an operator that the desk does not see. */
  elsewhere: Body;
  operatorElsewhere: string;
  /** The person at the desk, and the role that makes the desk see anything. */
  holder: RegistryClient & { person: Person };
  ownRoleId: string;
  desk: LocalDesk;
}

export async function openWorld(): Promise<World> {
  const registry = await startTestRegistry({ requests: 60 });
  const central = await registry.administrator('CCA', 'BE');
  const first = await registry.authority('BE', 'FAVV-AFSCA');
  const region: Body = {
    ...first,
    ...{ id: crypto.randomUUID(), kind: 'RCA', name: 'Region', code: undefined },
    parentId: first.id,
  };
  await registry.storage.write((writer) => writer.addBody(region));
  const holder = await registry.newcomer();
  const [own] = await holder.file({ bodyId: region.id });
  await central.decide(own!, 'approve', { admin: true });
  const far = await (await registry.newcomer()).file({
    operator: newOperator({ region: 'Liège' }),
  });
  await central.decide(far[0]!, 'approve');
  const world = {
    ...{ registry, central, region, holder, ownRoleId: own!.id },
    bodies: await registry.system('registry:bodies'),
    accounts: await registry.system('registry:accounts'),
    unit: await registry.authority('BE', 'FAVV-AFSCA, LCE Antwerpen'),
    elsewhere: await registry.authority('BE', 'FAVV-AFSCA, ULC Liège'),
    operatorElsewhere: far[0]!.bodyId,
    desk: new LocalDesk(holder),
  };
  await restore(world);
  return world;
}

export async function closeWorld({ desk, registry }: World): Promise<void> {
  await desk.close();
  await registry.stop();
}

/** The desk sees again what it saw at first: its unit is below it, and its own role valid. */
export async function restore(world: World): Promise<void> {
  const { central, unit, region, ownRoleId } = world;
  await moveUnit(world, region.id);
  const own = await roleNow(world, ownRoleId);
  const valid = own.status === 'valid' ? own : (await central.decide(own, 'reactivate')).role!;
  if (!valid.isAdmin) await central.decide(valid, 'grant_admin');
  const { parentId } = (await world.registry.storage.read((reader) => reader.body(unit.id)))!;
  if (parentId !== region.id) throw new Error('the unit is not where it belongs');
}

export async function moveUnit({ bodies, unit }: World, parentId: string): Promise<void> {
  await bodies.send('PATCH', `/v1/bodies/${unit.id}`, { parentId });
}

export async function roleNow({ registry }: Pick<World, 'registry'>, id: string): Promise<Role> {
  const role = await registry.storage.read((reader) => reader.role(id));
  if (!role) throw new Error(`there is no role ${id}`);
  return role;
}

/** Somebody with a role that the desk sees: requested in an operator of its unit or in the region, or valid there. */
export interface Subject {
  requester: RegistryClient & { person: Person };
  roleId: string;
}

export async function newSubject(
  { registry, central, region }: World,
  { status, within }: { status: 'requested' | 'valid'; within: 'operator' | 'region' },
): Promise<Subject> {
  const requester = await registry.newcomer();
  const asked = { operator: newOperator({ region: 'Antwerpen' }), region: { bodyId: region.id } };
  const request = within === 'region' ? asked.region : { operator: asked.operator };
  const [role] = await requester.file(request);
  if (status === 'valid') await central.decide(role!, 'approve', { admin: false });
  return { requester, roleId: role!.id };
}
