import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstPage } from '../../../db/world.fixture.ts';
import type { RolePage } from '../../../shared/desk/queues.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { foundBodiesSchema } from '../../../shared/wire/bodies.ts';
import { colleaguesAt, startRegistry, type TestRegistry } from '../../fixtures/registry.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import type { TestService } from '../../fixtures/service.ts';
import { approvable, aRegistry, aSyncedDesk, newcomer, recordedOn } from './desks.ts';

let registry: TestRegistry;
let username: string;
let central: RegistryClient;

// Newcomers are few, and each asks for a role.
beforeEach(async () => {
  registry = await startRegistry({ seed: 60 });
  [username] = await colleaguesAt(registry);
  central = await registry.as(username);
});
afterEach(() => registry.kill());

async function administratorOf(name: string): Promise<string> {
  const people = await registry.people();
  return people.find(({ administers }) => administers.some((each) => each.name === name))!.username;
}

const detailOf = (desk: TestService, roleId: string) => desk.call('roles:detail', { roleId });

/** Waits for a role that was asked for a moment ago, and answers it as it was seen. */
async function untilHere(desk: TestService, { id }: Role) {
  const query = firstPage({ sort: { column: 'requested', direction: 'descending' } });
  const isHere = ({ rows }: RolePage) => rows.some((row) => row.id === id);
  const { rows } = await desk.until('roles:page', query, isHere);
  return { roleId: id, revision: rows.find((row) => row.id === id)!.revision };
}

test('a pending operator is attached to the one that exists, which the registry gives', async () => {
  const elder = await registry.as(await newcomer(registry));
  const [first] = await elder.file({ operator: newOperator({ name: 'Corimarix Trading' }) });
  await central.decide(first!, 'approve');
  const asker = await registry.as(await newcomer(registry));
  const [role] = await asker.file({ operator: newOperator({ name: 'Corimarix Tradings' }) });
  const desk = await aSyncedDesk({ registry, username });
  const seen = await untilHere(desk, role!);
  const [candidate] = await desk.call('roles:duplicates', { roleId: role!.id });
  expect(candidate).toMatchObject({
    ...{ bodyId: first!.bodyId, why: 'similar_name', body: { address: 'Kustlaan 999' } },
  });
  expect(candidate).not.toHaveProperty('objection');
  const { outcomes } = await desk.call('decisions:decide', {
    ...{ action: 'approve', roles: [seen] },
    target: { bodyId: first!.bodyId, name: candidate!.name },
  });
  expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
  await desk.untilSynced();
  expect((await central.roles()).get(role!.id)).toMatchObject({
    ...{ status: 'valid', bodyId: first!.bodyId },
  });
  const { recorded } = await desk.call('outbox:list', undefined);
  expect(recorded).toMatchObject([{ action: 'approve', targetName: candidate!.name }]);
});

test('a desk passes a request on to an authority that only the registry knows, and no longer sees it', async () => {
  const asker = await registry.as(await newcomer(registry));
  const [role] = await asker.file({ operator: newOperator({ region: 'Antwerpen' }) });
  const unit = await administratorOf('FAVV-AFSCA, LCE Antwerpen');
  const desk = await aSyncedDesk({ registry, username: unit });
  const seen = await untilHere(desk, role!);
  const { isComplete, takers } = await desk.call('roles:takers', { roleId: role!.id });
  expect(isComplete).toBe(true);
  expect(takers[0]).toMatchObject({ name: 'FAVV-AFSCA', isProbable: true });
  const liege = takers.find(({ name }) => name === 'FAVV-AFSCA, ULC Liège')!;
  await desk.call('decisions:decide', {
    ...{ action: 'reassign', roles: [seen] },
    target: { bodyId: liege.bodyId, name: liege.name },
  });
  await desk.untilSynced();
  await desk.until('outbox:list', undefined, ({ recorded }) => recorded.length === 1);
  expect((await central.roles()).get(role!.id)?.responsibleId).toBe(liege.bodyId);
  const { recorded } = await desk.call('outbox:list', undefined);
  expect(recorded).toMatchObject([{ action: 'reassign', targetName: liege.name }]);
  await expect
    .poll(() => desk.answer('roles:detail', { roleId: role!.id }))
    .toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test('administration is granted, and revoked for a reason', async () => {
  const desk = await aSyncedDesk({ registry, username });
  const [row] = await approvable(desk, 1);
  const roles = async () => {
    const { role } = await detailOf(desk, row!.id);
    return [{ roleId: role.id, revision: role.revision }];
  };
  await desk.call('decisions:decide', { action: 'approve', roles: await roles(), admin: false });
  await desk.untilSynced();
  await desk.call('decisions:decide', { action: 'grant_admin', roles: await roles() });
  await desk.untilSynced();
  expect(await detailOf(desk, row!.id)).toMatchObject({ further: ['revoke_admin'] });
  const revoke = { action: 'revoke_admin', reason: 'changed_duties' } as const;
  await desk.call('decisions:decide', { ...revoke, roles: await roles() });
  await desk.untilSynced();
  expect(await recordedOn(registry, username, row!.id)).toEqual([
    ...['approve', 'grant_admin', 'revoke_admin'],
  ]);
});

test('the countries of a request are approved in one batch', async () => {
  const people = await registry.people();
  const commissioner = people.find(({ administers }) =>
    administers.some(({ kind }) => kind === 'COMMISSION'),
  )!;
  const desk = await aSyncedDesk({ registry, username: commissioner.username });
  const asker = await registry.as(await newcomer(registry));
  const { body: found } = await asker.send('GET', '/v1/bodies?type=control_body&country=AL');
  const body = foundBodiesSchema
    .parse(found)
    .items.find(({ countries = [] }) => countries.some(({ country }) => country === 'AM'));
  const asked = await asker.file({ bodyId: body!.id, countries: ['AL', 'AM'] });
  await untilHere(desk, asked[1]!);
  const { countriesAsked } = await detailOf(desk, asked[0]!.id);
  expect(countriesAsked.map(({ country, objection }) => [country, objection])).toEqual([
    ['AL', undefined],
    ['AM', undefined],
  ]);
  const roles = countriesAsked.map(({ roleId, revision }) => ({ roleId, revision }));
  await desk.call('decisions:decide', { action: 'approve', roles });
  await desk.untilSynced();
  for (const { id } of asked) {
    expect(await recordedOn(registry, commissioner.username, id)).toEqual(['approve']);
  }
});

test('a claim is told at once, held against a colleague, and only on line', async () => {
  const own = await aRegistry();
  const [one, other] = await colleaguesAt(own);
  const desk = await aSyncedDesk({ registry: own, username: one });
  const [row] = await approvable(desk, 1);
  const roleId = row!.id;
  const { person } = await (await own.as(one)).me();
  await desk.call('roles:claim', { roleId });
  expect((await detailOf(desk, roleId)).role.claim).toMatchObject({ personId: person.id });
  const colleague = await aSyncedDesk({ registry: own, username: other });
  expect((await detailOf(colleague, roleId)).role.claim).toMatchObject({ personId: person.id });
  await expect(colleague.call('roles:claim', { roleId })).rejects.toThrow(/claimed/);
  await desk.call('roles:release', { roleId });
  expect((await detailOf(desk, roleId)).role.claim).toBeUndefined();
  await own.kill();
  await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'offline');
  await expect(desk.call('roles:claim', { roleId })).rejects.toThrow(/offline/);
  await expect(desk.call('roles:takers', { roleId })).resolves.toMatchObject({ isComplete: false });
});
