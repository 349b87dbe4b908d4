import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import { statusAfter } from '../../../shared/domain/transitions.ts';
import { type Action, actionSchema } from '../../../shared/domain/vocabulary.ts';
import { type Change, changesSchema } from '../../../shared/wire/changes.ts';
import { newOperator, type RegistryClient } from '../../fixtures/registryClient.ts';
import { startTestRegistry, type TestRegistry } from './testRegistry.ts';

/** What a desk has after a stream of changes: everything that is told and did not go. */
function storeOf(changes: Change[], store = new Map<string, Change>()): Map<string, Change> {
  for (const change of changes) {
    if (change.kind === 'gone') {
      store.delete(change.id);
      continue;
    }
    if (change.kind === 'role') {
      for (const id of [change.role.personId, change.role.bodyId, change.role.responsibleId]) {
        if (!store.has(id)) throw new Error(`a role came before ${id}, which it names`);
      }
    }
    store.set(change.id, change);
  }
  return store;
}

/** People and operators that no role in a store names any more: they should have gone. */
function unnamedIn(store: Map<string, Change>): string[] {
  const named = new Set<string>();
  for (const change of store.values()) {
    if (change.kind === 'role') named.add(change.role.personId).add(change.role.bodyId);
  }
  return [...store.values()].flatMap((change) => {
    const isBound =
      change.kind === 'person' || (change.kind === 'body' && change.body.type === 'operator');
    return isBound && !named.has(change.id) ? [change.id] : [];
  });
}

/** A desk that pulls now and then, from where it stood. */
interface Desk {
  client: RegistryClient;
  store: Map<string, Change>;
  cursor: string;
}

/** Takes one page, or starts afresh where the desk's own roles have changed. */
async function pullPage(desk: Desk, limit: number): Promise<{ hasMore: boolean }> {
  const path = `/v1/changes?limit=${limit}${desk.cursor && `&cursor=${desk.cursor}`}`;
  const { status, body } = await desk.client.send('GET', path);
  if (status === 410) {
    desk.store.clear();
    desk.cursor = '';
    return { hasMore: true };
  }
  const page = changesSchema.parse(body);
  storeOf(page.changes, desk.store);
  desk.cursor = page.cursor;
  return page;
}

const kinds = [
  ...[['COMMISSION'], ['CCA', 'BE'], ['LAU', 'BE'], ['BCP', 'BEANR1'], ['control_body', 'BE']],
] as const;

async function openDesks(registry: TestRegistry): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (const [kind, where] of kinds) {
    for (const client of await registry.administrators(kind, where)) {
      const { changes, cursor } = await client.pull(undefined, 100);
      desks.push({ client, store: storeOf(changes), cursor });
    }
  }
  return desks;
}

const stepArbitrary = fc.oneof(
  fc.record({
    step: fc.constant('decide' as const),
    desk: fc.nat(),
    role: fc.nat(),
    action: fc.nat(),
    target: fc.nat(),
  }),
  fc.record({ step: fc.constant('request' as const), region: fc.nat(2), again: fc.boolean() }),
  fc.record({ step: fc.constant('withdraw' as const), request: fc.nat() }),
  fc.record({
    step: fc.constant('pull' as const),
    desk: fc.nat(),
    limit: fc.constantFrom(1, 7, 50),
  }),
);
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A few people who ask, and what they asked for: what is withdrawn. */
interface Asking {
  requester: RegistryClient;
  filed: Role[];
}

/** A target that may do: another authority to pass a request on to, an operator to attach a role to. */
async function targetFor(registry: TestRegistry, asking: Asking, action: Action, target: number) {
  return registry.storage.read(async (reader) => {
    if (action === 'reassign') {
      const authorities = await reader.authoritiesIn('BE');
      const able = authorities.filter(({ kind }) => kind === 'LAU' || kind === 'CCA');
      return able[target % able.length]!.id;
    }
    if (action !== 'approve' || target % 2 === 0) return undefined;
    for (const { bodyId } of asking.filed) {
      if ((await reader.body(bodyId))?.status === 'valid') return bodyId;
    }
    return undefined;
  });
}

async function take(registry: TestRegistry, desks: Desk[], asking: Asking, step: Step) {
  switch (step.step) {
    case 'decide': {
      const { client } = desks[step.desk % desks.length]!;
      const roles = [...(await client.roles()).values()];
      if (roles.length === 0) return;
      // The youngest requests are at the end: they see the most of life.
      const role = roles[roles.length - 1 - (step.role % Math.min(roles.length, 12))]!;
      const open = actionSchema.options.filter((each) => statusAfter(each, role.status));
      const action = open[step.action % open.length];
      if (!action) return;
      const target = await targetFor(registry, asking, action, step.target);
      await client.decide(role, action, { target });
      return;
    }
    case 'request': {
      const region = ['Antwerpen', 'Liège', 'Namur'][step.region];
      if (!step.again) asking.requester = await registry.newcomer();
      asking.filed.push(...(await asking.requester.file({ operator: newOperator({ region }) })));
      return;
    }
    case 'withdraw': {
      const role = asking.filed[step.request % Math.max(1, asking.filed.length)];
      if (role) await asking.requester.send('DELETE', `/v1/role-requests/${role.id}`);
      return;
    }
    case 'pull': {
      await pullPage(desks[step.desk % desks.length]!, step.limit);
    }
  }
}

test('pulling from any cursor leads to the same as pulling afresh, and roles never come too early', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 20, maxLength: 60 }), async (steps) => {
      const registry = await startTestRegistry({ requests: 10 });
      try {
        const desks = await openDesks(registry);
        const asking: Asking = { requester: await registry.newcomer(), filed: [] };
        for (const region of [0, 1, 2]) {
          await take(registry, desks, asking, { step: 'request', region, again: false });
        }
        await (await registry.administrator('CCA', 'BE')).decide(asking.filed[2]!, 'approve');
        for (const step of steps) await take(registry, desks, asking, step);
        for (const desk of desks) {
          while ((await pullPage(desk, 7)).hasMore);
          const afresh = storeOf((await desk.client.pull(undefined, 7)).changes);
          expect(new Map([...desk.store].sort())).toEqual(new Map([...afresh].sort()));
          expect(unnamedIn(afresh)).toEqual([]);
        }
      } finally {
        await registry.stop();
      }
    }),
    { numRuns: 15, interruptAfterTimeLimit: 90_000 },
  );
}, 120_000);
