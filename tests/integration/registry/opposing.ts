import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Role } from '../../../shared/domain/role.ts';
import type { Action } from '../../../shared/domain/vocabulary.ts';
import type { Decision, DecisionResult } from '../../../shared/wire/decisions.ts';
import { decision, type RegistryClient } from '../../fixtures/registryClient.ts';
import type { TestRegistry } from './testRegistry.ts';

/** What two administrators could want of a role as it stands, and what one alone goes on with. */
export function standing({ status, isAdmin }: Role): { opposing: [Action, Action]; next: Action } {
  switch (status) {
    case 'requested':
      return { opposing: ['approve', 'reject'], next: 'approve' };
    case 'valid':
      return { opposing: ['suspend', isAdmin ? 'revoke_admin' : 'grant_admin'], next: 'suspend' };
    default:
      return { opposing: ['reactivate', 'reactivate'], next: 'reactivate' };
  }
}

const most = 5;

/** How one of the two goes about it: in which order, in how large batches, each after how long. */
const way = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: most }),
  batch: fc.integer({ min: 1, max: most }),
  delaysMs: fc.array(fc.nat(3), { minLength: most, maxLength: most }),
});
const meeting = fc.record({
  roles: fc.integer({ min: 1, max: most }),
  turned: fc.boolean(),
  one: way,
  other: way,
});
type Way = typeof way extends fc.Arbitrary<infer T> ? T : never;

/**
 * Lets two administrators decide against each other, on the same roles and revisions at the same time.
 * @returns how many pairs of decisions met, and how many of them the second administrator won
 * @throws where not exactly one of a pair is applied, the other is not told of it, or something is half done
 */
export async function opposingDecisions(
  registry: TestRegistry,
  { pairs, seed }: { pairs: number; seed: number },
): Promise<{ met: number; wonBySecond: number }> {
  const [one, other] = await registry.administrators('CCA', 'BE');
  const post = await registry.authority('BE', 'BEANR1');
  let roles: Role[] = [];
  let met = 0;
  let wonBySecond = 0;
  for (const drawn of fc.sample(meeting, { seed, numRuns: pairs })) {
    if (met >= pairs) break;
    while (roles.length < drawn.roles) {
      roles.push(...(await (await registry.newcomer()).file({ bodyId: post.id })));
    }
    const [disputed, rest] = [roles.slice(0, drawn.roles), roles.slice(drawn.roles)];
    const pair = disputed.map((role) => {
      const [first, second] = standing(role).opposing;
      const actions = drawn.turned ? [second, first] : [first, second];
      return actions.map((action) => decision(role, action));
    });
    const [ones, others] = await Promise.all([
      decideInBatches(
        one!,
        pair.map(([made]) => made!),
        drawn.one,
      ),
      decideInBatches(
        other!,
        pair.map(([, made]) => made!),
        drawn.other,
      ),
    ]);
    const after: Role[] = [];
    for (const [index, role] of disputed.entries()) {
      after.push(await expectOneWinner(one!, role, ones.get(role.id)!, others.get(role.id)!));
      met += 1;
      if (others.get(role.id)?.outcome === 'applied') wonBySecond += 1;
      await expectWhole(registry, after[index]!);
    }
    roles = [...rest, ...after.filter(({ status }) => status !== 'rejected')];
  }
  return { met, wonBySecond };
}

/** Sends decisions in batches, each over a connection of its own, and gathers the results by role. */
async function decideInBatches(
  client: RegistryClient,
  made: Decision[],
  { order, batch, delaysMs }: Way,
): Promise<Map<string, DecisionResult>> {
  const ordered = order.flatMap((place) => made[place] ?? []);
  const results = new Map<string, DecisionResult>();
  const sending = [];
  for (let start = 0; start < ordered.length; start += batch) {
    const part = ordered.slice(start, start + batch);
    const send = async () => {
      await wait(delaysMs[start]);
      const answers = await client.decideAll(part);
      for (const [index, { roleId }] of part.entries()) results.set(roleId, answers[index]!);
    };
    sending.push(send());
  }
  await Promise.all(sending);
  return results;
}

async function expectOneWinner(
  client: RegistryClient,
  before: Role,
  ...pair: [DecisionResult, DecisionResult]
): Promise<Role> {
  const outcomes = pair.map(({ outcome }) => outcome).sort();
  expect(outcomes, 'one wins').toEqual(['applied', 'conflict']);
  const winner = pair.find(({ outcome }) => outcome === 'applied')!;
  const loser = pair.find(({ outcome }) => outcome === 'conflict')!;
  expect(winner.role!.revision, 'the revision').toBe(before.revision + 1);
  expect(winner.role!.lastDecision, 'the decision that stands').toMatchObject({ id: winner.id });
  expect(loser.current, 'what the loser is told').toEqual(winner.role!.lastDecision);
  const lines = await client.history(before.id);
  expect(lines.length, 'lines of the audit log').toBe(1 + before.revision);
  const { action, by, recordedAt } = winner.role!.lastDecision!;
  expect(lines.at(-1), 'the last line').toMatchObject({ action, actor: by, recordedAt });
  return winner.role!;
}

/** The role and what its person holds are of one decision. */
async function expectWhole(registry: TestRegistry, role: Role) {
  const kept = await registry.storage.read((reader) => reader.role(role.id));
  expect(JSON.parse(JSON.stringify(kept)), 'the role that is kept').toEqual(role);
  const person = await registry.storage.read((reader) => reader.person(role.personId));
  const holds = role.status === 'valid' || role.status === 'suspended';
  expect(person!.heldTypes, 'what the person holds').toEqual(holds ? ['authority'] : []);
}
