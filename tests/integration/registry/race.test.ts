import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPostgres } from '../../fixtures/databases.ts';
import { counted, seedOf } from '../../fixtures/drawn.ts';
import { decision } from '../../fixtures/registryClient.ts';
import { takesTurns } from '../../variants/variant.ts';
import { opposingDecisions } from './opposing.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

const pairs = counted('ROLEDESK_RACES', onPostgres ? 20 : 50);
const seed = seedOf('ROLEDESK_RACES_SEED');

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.stop());

test.for([
  ['one after the other', {}],
  ['in turns', takesTurns],
] as const)(
  `of ${pairs} pairs of opposing decisions one is first, and the other is told: %s (ROLEDESK_RACES_SEED=${seed})`,
  { timeout: 240_000 + pairs * 500 },
  async ([name, variant]) => {
    const registry = await startTestRegistry({ variant });
    const { met, wonBySecond } = await opposingDecisions(registry, { pairs, seed });
    await registry.stop();
    console.log(
      `${met} pairs, ${name}, ROLEDESK_RACES_SEED=${seed}: ${wonBySecond} won by the second`,
    );
    expect(met).toBeGreaterThanOrEqual(pairs);
    expect(wonBySecond).toBeGreaterThan(0);
    expect(wonBySecond).toBeLessThan(met);
  },
);

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
