import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from '../../../shared/domain/body.ts';
import { onPostgres } from '../../fixtures/databases.ts';
import { counted, seedOf } from '../../fixtures/drawn.ts';
import type { RegistryClient } from '../../fixtures/registryClient.ts';
import { type Desk, expectScope, openDesk, pullAll } from './changesDesks.ts';
import { changeRequester, stepArbitrary, take, type World } from './changesSteps.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

const seed = seedOf('ROLEDESK_CHANGES_SEED');
const histories = counted('ROLEDESK_CHANGES', onPostgres ? 3 : 15);

const kinds = [
  ...[['COMMISSION'], ['CCA', 'BE'], ['LAU', 'BE'], ['BCP', 'BEANR1'], ['control_body', 'BE']],
] as const;

/** Another authority in Belgium, so that there is something to move to. */
async function addAuthority(registry: TestRegistry, like: Body, more: Partial<Body>) {
  const body = { ...like, id: crypto.randomUUID(), code: undefined, ...more };
  await registry.storage.write((writer) => writer.addBody(body));
  return body;
}

async function administratorOf(registry: TestRegistry, body: Body): Promise<RegistryClient> {
  const requester = await registry.newcomer();
  const [role] = await requester.file({ bodyId: body.id });
  const commission = await registry.administrator('COMMISSION');
  const { outcome } = await commission.decide(role!, 'approve', { admin: true });
  expect(outcome).toBe('applied');
  return requester;
}

async function openWorld(registry: TestRegistry): Promise<World> {
  const named = (name: string) => registry.authority('BE', name);
  const first = await named('FAVV-AFSCA');
  const second = await addAuthority(registry, first, { name: 'Second' });
  const region = await addAuthority(registry, first, { kind: 'RCA', parentId: first.id });
  const clients: RegistryClient[] = [];
  for (const [kind, where] of kinds) clients.push(...(await registry.administrators(kind, where)));
  for (const body of [second, region]) clients.push(await administratorOf(registry, body));
  const desks: Desk[] = [];
  for (const client of clients) desks.push(await openDesk(client));
  for (const desk of desks) await pullAll(desk, 100);
  const units = ['FAVV-AFSCA, LCE Antwerpen', 'FAVV-AFSCA, ULC Liège', 'BEANR1'].map(named);
  const requester = await registry.newcomer();
  return {
    ...{ registry, desks, requester, requesters: [requester.person.username], filed: [] },
    central: await registry.administrator('CCA', 'BE'),
    bodies: await registry.system('registry:bodies'),
    accounts: await registry.system('registry:accounts'),
    movable: [region, ...(await Promise.all(units))],
    superior: [first, second, region],
  };
}

/**
 * What every history begins with: somebody with two valid roles, three operators asked for, one of them approved, and a
 * unit below the region.
 */
async function begin(world: World): Promise<void> {
  for (const authority of [1, 2]) {
    await take(world, { step: 'join', authority });
    await world.central.decide(world.filed.at(-1)!, 'approve');
  }
  for (const region of [0, 1, 2]) await take(world, { step: 'request', region, again: false });
  await world.central.decide(world.filed.at(-1)!, 'approve');
  await take(world, { step: 'move', authority: 1, parent: 2 });
  await changeRequester(world);
}

test(`whatever happens, desks end with their scope, and roles never come too early (ROLEDESK_CHANGES_SEED=${seed})`, async () => {
  const history = fc.array(stepArbitrary, { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const registry = await startTestRegistry({ requests: 10 });
      try {
        const world = await openWorld(registry);
        await begin(world);
        for (const step of steps) await take(world, step);
        for (const desk of world.desks) {
          await pullAll(desk, 7);
          await expectScope(registry, desk);
          const afresh = await openDesk(desk.client);
          await pullAll(afresh, 7);
          await expectScope(registry, afresh);
        }
      } finally {
        await registry.stop();
      }
    }),
    { seed, numRuns: histories, interruptAfterTimeLimit: 90_000 },
  );
});
