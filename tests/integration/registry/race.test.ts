import { afterAll, beforeAll, expect, test } from 'vitest';
import { decision } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry({ requests: 60 });
});
afterAll(() => registry.stop());

test('of two administrators who decide at the same time one is first, and the other is told', async () => {
  const [one, two] = await registry.administrators('CCA', 'BE');
  const requested = [...(await one!.roles()).values()].filter(
    ({ status }) => status === 'requested',
  );
  expect(requested.length).toBeGreaterThan(10);
  const answers = await Promise.all(
    requested.flatMap((role) => [one!.decide(role, 'reject'), two!.decide(role, 'reject')]),
  );
  for (const [index, role] of requested.entries()) {
    const pair = [answers[2 * index]!, answers[2 * index + 1]!];
    expect(pair.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'conflict']);
    const winner = pair.find(({ outcome }) => outcome === 'applied')!;
    const loser = pair.find(({ outcome }) => outcome === 'conflict')!;
    expect(loser.current).toEqual(winner.role!.lastDecision);
    expect((await one!.history(role.id)).length).toBe(2);
  }
});

test('one decision sent many times at once is applied once', async () => {
  const central = await registry.administrator('CCA', 'BE');
  const post = await registry.authority('BE', 'BEANR1');
  const [role] = await (await registry.newcomer()).file({ bodyId: post.id });
  const made = decision(role!, 'approve');
  const answers = await Promise.all(Array.from({ length: 8 }, () => central.decideAll([made])));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await central.history(role!.id)).length).toBe(2);
});

test('one request sent many times at once is filed once', async () => {
  const requester = await registry.newcomer();
  const request = { bodyId: (await registry.authority('BE', 'BEANR1')).id };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => requester.file(request, 'the same')),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await requester.myRoles()).roles.length).toBe(1);
});
