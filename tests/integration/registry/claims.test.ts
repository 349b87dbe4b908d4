import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { claimMinutes } from '../../../shared/domain/claim.ts';
import { type Role, roleSchema } from '../../../shared/domain/role.ts';
import { decision, newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
let central: RegistryClient;
let colleague: RegistryClient;
beforeAll(async () => {
  registry = await startTestRegistry();
  [central, colleague] = (await registry.administrators('CCA', 'BE')) as [
    ...[RegistryClient, RegistryClient],
  ];
});
afterAll(() => registry.stop());
afterEach(() => {
  vi.useRealTimers();
});

const pathOf = ({ id }: Pick<Role, 'id'>) => `/v1/roles/${id}/claim`;

/** A role that a newcomer has just asked for in the border control post of Antwerp. */
async function requestedRole(): Promise<Role> {
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await (await registry.newcomer()).file({ bodyId: post.id });
  return role!;
}

async function claim(who: RegistryClient, role: Role): Promise<Role> {
  const { status, body } = await who.send('POST', pathOf(role));
  expect(status).toBe(200);
  return roleSchema.parse(body);
}

const unclaim = async (who: RegistryClient, role: Role) =>
  (await who.send('DELETE', pathOf(role))).status;

/** Lets the registry's clock be later, by minutes. */
function later(minutes: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
}

test('somebody is on it: colleagues hear who and until when, and nothing else changes', async () => {
  const role = await requestedRole();
  const { person } = await central.me();
  const { cursor } = await colleague.pull();
  const beforeMs = Date.now();
  const claimed = await claim(central, role);
  const { until, ...who } = claimed.claim!;
  expect(who).toEqual({ personId: person.id, name: `${person.firstName} ${person.lastName}` });
  const runsMs = Date.parse(until) - claimMinutes * 60_000;
  expect(runsMs).toBeGreaterThanOrEqual(beforeMs);
  expect(runsMs).toBeLessThanOrEqual(Date.now());
  expect({ ...claimed, claim: undefined }).toEqual(role);
  const { changes } = await colleague.pull(cursor);
  expect(changes).toEqual([{ kind: 'role', id: role.id, role: claimed }]);
  expect((await colleague.history(role.id)).map(({ action }) => action)).toEqual(['request']);
});

test('claiming again renews', async () => {
  const role = await requestedRole();
  const first = await claim(central, role);
  later(claimMinutes - 1);
  const second = await claim(central, role);
  expect(second.claim!.until > first.claim!.until).toBe(true);
  expect((await colleague.refusal('POST', pathOf(role))).code).toBe('claimed');
});

test('a claim of a colleague that still runs is not taken over and not taken back', async () => {
  const role = await requestedRole();
  const claimed = await claim(central, role);
  for (const method of ['POST', 'DELETE']) {
    const problem = await colleague.refusal(method, pathOf(role));
    expect(problem).toMatchObject({ status: 409, code: 'claimed' });
  }
  expect((await colleague.roles()).get(role.id)).toEqual(claimed);
});

test('a claim is taken back by who made it, and told; where there is none nothing happens', async () => {
  const role = await requestedRole();
  await claim(central, role);
  const { cursor } = await colleague.pull();
  expect(await unclaim(central, role)).toBe(204);
  const { changes, cursor: after } = await colleague.pull(cursor);
  expect(changes).toEqual([{ kind: 'role', id: role.id, role }]);
  expect(await unclaim(central, role)).toBe(204);
  expect(await unclaim(colleague, role)).toBe(204);
  expect((await colleague.pull(after)).changes).toEqual([]);
  expect((await claim(colleague, role)).claim).toBeDefined();
});

test('a claim that has run out is served nowhere, and the next one may have it', async () => {
  const role = await requestedRole();
  const claimed = await claim(central, role);
  const early = decision(role, 'suspend');
  expect((await central.decideAll([early]))[0]!.role).toEqual(claimed);
  later(claimMinutes);
  expect((await colleague.roles()).get(role.id)).toEqual(role);
  const [again] = await central.decideAll([early]);
  expect(again).toMatchObject({ outcome: 'refused', code: 'illegal_transition' });
  expect(again!.role).toEqual(role);
  const refused = await central.decide(role, 'suspend');
  expect(refused.role).toEqual(role);
  const { person } = await colleague.me();
  expect((await claim(colleague, role)).claim!.personId).toBe(person.id);
});

test('a claim never blocks a decision, and ends with one', async () => {
  const role = await requestedRole();
  await claim(central, role);
  const { outcome, role: approved } = await colleague.decide(role, 'approve');
  expect(outcome).toBe('applied');
  expect(approved!.claim).toBeUndefined();
  const suspended = (await colleague.decide(approved!, 'suspend')).role!;
  await claim(central, suspended);
  const back = await central.decide(suspended, 'reactivate');
  expect(back).toMatchObject({ outcome: 'applied', role: { revision: 4 } });
  expect((await colleague.roles()).get(role.id)!.claim).toBeUndefined();
});

test('a claim ends when the request is taken back', async () => {
  const requester = await registry.newcomer();
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await requester.file({ bodyId: post.id });
  await claim(central, role!);
  await requester.send('DELETE', `/v1/role-requests/${role!.id}`);
  const withdrawn = (await central.roles()).get(role!.id)!;
  expect(withdrawn.status).toBe('withdrawn');
  expect(withdrawn.claim).toBeUndefined();
});

test('what waits for nobody is not claimed', async () => {
  const role = await requestedRole();
  await central.decide(role, 'approve');
  const problem = await central.refusal('POST', pathOf(role));
  expect(problem).toMatchObject({ status: 409, code: 'illegal_transition' });
});

test('who could not decide cannot claim', async () => {
  const post = await registry.authority('BE', 'BEANR1');
  const [own] = await central.file({ bodyId: post.id });
  expect(await central.refusal('POST', pathOf(own!))).toMatchObject({
    ...{ status: 403, code: 'own_role' },
  });
  const [inOperator] = await (await registry.newcomer()).file({ operator: newOperator() });
  const commission = await registry.administrator('COMMISSION');
  expect(await commission.refusal('POST', pathOf(inOperator!))).toMatchObject({
    ...{ status: 403, code: 'not_allowed' },
  });
  expect(await unclaim(commission, inOperator!)).toBe(204);
});

test('a role out of scope is not found, nor is one that does not exist', async () => {
  const role = await requestedRole();
  const elsewhere = await registry.administrator('CCA', 'FR');
  for (const path of [pathOf(role), pathOf({ id: crypto.randomUUID() })]) {
    for (const method of ['POST', 'DELETE']) {
      const problem = await elsewhere.refusal(method, path);
      expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    }
  }
});
