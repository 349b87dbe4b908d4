import { onTestFinished } from 'vitest';
import type { PageQuery, RoleRow } from '../../../shared/desk/queues.ts';
import { startRegistry, type TestRegistry } from '../../fixtures/registry.ts';
import { type ServiceOptions, startService, type TestService } from '../../fixtures/service.ts';

/** A seeded registry that ends with the test. */
export async function aRegistry(
  options: Parameters<typeof startRegistry>[0] = {},
): Promise<TestRegistry> {
  const registry = await startRegistry({ seed: 60, ...options });
  onTestFinished(() => registry.kill());
  return registry;
}

/** A desk service that ends with the test. */
export async function aDesk(options: ServiceOptions): Promise<TestService> {
  const desk = await startService(options);
  onTestFinished(() => desk.kill());
  return desk;
}

/** A desk that has pulled everything. */
export async function aSyncedDesk(options: ServiceOptions): Promise<TestService> {
  const desk = await aDesk(options);
  await desk.untilSynced();
  return desk;
}

/** The user name of somebody without a role. */
export async function newcomer(registry: TestRegistry): Promise<string> {
  for (const { username, administers } of await registry.people()) {
    if (administers.length > 0) continue;
    const caller = await registry.as(username);
    const { roles } = await caller.myRoles();
    if (roles.length === 0) return username;
  }
  throw new Error('everybody has a role');
}

const everything: PageQuery = {
  queue: 'requested',
  filter: { text: '', countries: [], types: [] },
  sort: { column: 'due', direction: 'ascending' },
  offset: 0,
  limit: 500,
};

/** The rows of a queue of a desk, at most 500. */
export async function rowsOf(
  desk: TestService,
  query: Partial<PageQuery> = {},
): Promise<RoleRow[]> {
  return (await desk.call('roles:page', { ...everything, ...query })).rows;
}

/** Requests that this desk may approve, each of another person. */
export async function approvable(desk: TestService, count: number): Promise<RoleRow[]> {
  const found: RoleRow[] = [];
  const persons = new Set<string>();
  for (const row of await rowsOf(desk)) {
    if (found.length === count) break;
    const { person, actions } = await desk.call('roles:detail', { roleId: row.id });
    const approve = actions.find(({ action }) => action === 'approve');
    if (!approve || approve.objection !== undefined || persons.has(person.id)) continue;
    persons.add(person.id);
    found.push(row);
  }
  if (found.length < count) throw new Error(`only ${found.length} requests can be approved`);
  return found;
}

/** Approves these rows; answers the batch. Throws where one of them is refused. */
export async function approve(desk: TestService, rows: RoleRow[]): Promise<string> {
  const roles = rows.map(({ id, revision }) => ({ roleId: id, revision }));
  const { batchId, outcomes } = await desk.call('decisions:decide', { action: 'approve', roles });
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return batchId;
}

/** The actions in a role's audit log at the registry, oldest first. */
export async function recordedOn(
  registry: TestRegistry,
  username: string,
  roleId: string,
): Promise<string[]> {
  const lines = await (await registry.as(username)).history(roleId);
  return lines.map(({ action }) => action).filter((action) => action !== 'request');
}
