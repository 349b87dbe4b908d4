import { expect, test } from 'vitest';
import type { PageQuery } from '../../../shared/desk/queues.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { aSecondProfile } from '../../fixtures/profiles.ts';
import { colleaguesAt, type TestRegistry } from '../../fixtures/registry.ts';
import { newOperator } from '../../fixtures/registryClient.ts';
import type { TestService } from '../../fixtures/service.ts';
import { aDesk, aRegistry, aSyncedDesk, newcomer, rowsOf } from './desks.ts';

const requested: PageQuery = {
  queue: 'requested',
  filter: { text: '', countries: [], types: [] },
  sort: { column: 'requested', direction: 'descending' },
  offset: 0,
  limit: 500,
};

/** A desk of the central competent authority of Belgium, and a colleague elsewhere. */
async function aDeskAndColleague(registry: TestRegistry) {
  const [username, other] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  return { desk, colleague: await registry.as(other) };
}

async function adviceOn(desk: TestService, role: Role, isWanted: (advice: string[]) => boolean) {
  const page = await desk.until('roles:page', requested, ({ rows }) =>
    rows.some(({ id, advice }) => id === role.id && isWanted(advice)),
  );
  return page.rows.find(({ id }) => id === role.id)?.advice;
}

test('rule 8: the later request of a person for a body is advised on until the older is withdrawn', async () => {
  const registry = await aRegistry();
  const { desk } = await aDeskAndColleague(registry);
  const [known] = await rowsOf(desk, { filter: { text: '', countries: [], types: ['authority'] } });
  const { body } = await desk.call('roles:detail', { roleId: known!.id });
  const person = await registry.as(await newcomer(registry));
  const [older] = await person.file({ bodyId: body.id });
  const [newer] = await person.file({ bodyId: body.id });
  await adviceOn(desk, newer!, (advice) => advice.includes('older_request'));
  expect(await adviceOn(desk, older!, () => true)).not.toContain('older_request');
  await person.send('DELETE', `/v1/role-requests/${older!.id}`);
  await adviceOn(desk, newer!, (advice) => !advice.includes('older_request'));
});

test('rules 4 and 8: two requests of two types are advised on each other', async () => {
  const registry = await aRegistry();
  const { desk } = await aDeskAndColleague(registry);
  const [known] = await rowsOf(desk, { filter: { text: '', countries: [], types: ['authority'] } });
  const { body } = await desk.call('roles:detail', { roleId: known!.id });
  const person = await registry.as(await newcomer(registry));
  const [inAuthority] = await person.file({ bodyId: body.id });
  expect(await adviceOn(desk, inAuthority!, () => true)).not.toContain('other_type');
  const [inOperator] = await person.file({ operator: newOperator() });
  await adviceOn(desk, inOperator!, (advice) => advice.includes('other_type'));
  await adviceOn(desk, inAuthority!, (advice) => advice.includes('other_type'));
  const { actions } = await desk.call('roles:detail', { roleId: inOperator!.id });
  expect(actions).toContainEqual({ action: 'approve' });
});

test('somebody who is on a role is seen by colleagues, until the claim is given up', async () => {
  const registry = await aRegistry();
  const { desk, colleague } = await aDeskAndColleague(registry);
  const { person } = await colleague.me();
  const [row] = await rowsOf(desk);
  await colleague.send('POST', `/v1/roles/${row!.id}/claim`);
  const claimOf = (page: { rows: { id: string; claim?: { personId: string } }[] }) =>
    page.rows.find(({ id }) => id === row!.id)?.claim;
  await desk.until('roles:page', requested, (page) => claimOf(page)?.personId === person.id);
  const { role } = await desk.call('roles:detail', { roleId: row!.id });
  expect(role).toMatchObject({ claim: { personId: person.id }, revision: row!.revision });
  await colleague.send('DELETE', `/v1/roles/${row!.id}/claim`);
  await desk.until('roles:page', requested, (page) => claimOf(page) === undefined);
});

test('rule 12: somebody of two posts works as one of them, or as both', async () => {
  const registry = await aRegistry();
  const { username, one, other } = await aSecondProfile(registry);
  const desk = await aDesk({ registry, username });
  await desk.untilSynced();
  const asBoth = { text: '', countries: [], types: [] };
  const valid = async (as?: string) =>
    (await rowsOf(desk, { queue: 'valid', filter: { ...asBoth, as } })).map(({ id }) => id);
  const [all, asOne, asOther] = [await valid(), await valid(one.bodyId), await valid(other.bodyId)];
  expect(new Set([...asOne, ...asOther])).toEqual(new Set(all));
  expect(asOne).not.toEqual(asOther);
  for (const [as, ids] of [
    [one.bodyId, asOne],
    [other.bodyId, asOther],
  ] as const) {
    expect((await desk.call('queues:counts', { as })).valid).toBe(ids.length);
    for (const roleId of ids) {
      const { body } = await desk.call('roles:detail', { roleId });
      if (body.type === 'authority') expect(body.id).toBe(as);
    }
  }
});
