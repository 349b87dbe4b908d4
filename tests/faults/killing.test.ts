import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecideAnswer } from '../../shared/desk/outbox.ts';
import { colleaguesAt, type TestRegistry } from '../fixtures/registry.ts';
import { startService, type TestService } from '../fixtures/service.ts';
import { aRegistry, aSyncedDesk, rowsOf } from '../integration/desk/desks.ts';

const rounds = 20;
const longestMomentMs = 120;
const seed = Number(process.env.ROLEDESK_FAULTS_SEED ?? Date.now() % 1_000_000);

/** A decision on several roles: told apart at the registry by its message. */
interface Batch {
  message: string;
  roleIds: string[];
  /** Roles that the desk has confirmed; undefined where it was killed before it could answer. */
  accepted: string[] | undefined;
}

interface Fault {
  kills: 'registry' | 'service';
  /** When, after deciding has begun. */
  momentMs: number;
}

test(`killed ${rounds} times, nothing is lost and nothing doubled (ROLEDESK_FAULTS_SEED=${seed})`, async () => {
  console.log(`ROLEDESK_FAULTS_SEED=${seed}`);
  const registry = await aRegistry({ seed: 300, random: String(seed) });
  const [username] = await colleaguesAt(registry);
  let desk = await aSyncedDesk({ registry, username });
  const batches: Batch[] = [];
  const cut = { pushes: 0, batches: 0 };
  for (const [round, fault] of faults().entries()) {
    const decided = decideAll(desk, round, batches);
    await wait(fault.momentMs);
    if (fault.kills === 'registry') {
      await registry.kill();
      await decided;
      const { entries } = await desk.call('outbox:list', undefined);
      if (entries.some(({ state }) => state === 'sent')) cut.pushes += 1;
      await registry.restart();
      await desk.call('desk:sync', undefined);
    } else {
      await desk.kill();
      await decided;
      desk = await startService({ registry, username, file: desk.file });
      const { waiting } = await desk.call('desk:state', undefined);
      if (waiting > 0 || batches.at(-1)?.accepted === undefined) cut.batches += 1;
    }
    await desk.untilSynced();
  }
  console.log(`${cut.pushes} pushes and ${cut.batches} batches were cut off`);
  expect(cut.pushes).toBeGreaterThan(0);
  expect(cut.batches).toBeGreaterThan(0);
  expect(await desk.call('outbox:list', undefined)).toMatchObject({ entries: [] });
  await desk.close();
  await expectEachOnce(registry, username, batches);
});

/** Half of the faults kill the registry, half the service, in an order and at moments that the seed gives. */
function faults(): Fault[] {
  const moments = fc.array(fc.integer({ min: 0, max: longestMomentMs }), {
    minLength: rounds,
    maxLength: rounds,
  });
  const order = fc.shuffledSubarray([...Array(rounds).keys()], { minLength: rounds });
  const [drawn] = fc.sample(fc.tuple(moments, order), { seed, numRuns: 1 });
  if (!drawn) throw new Error('nothing was drawn');
  const [momentMs, places] = drawn;
  return places.map((place, at) => ({
    kills: place % 2 === 0 ? 'registry' : 'service',
    momentMs: momentMs[at] ?? 0,
  }));
}

/** Suspends what is valid and reactivates what is suspended. Ends too when the service does. */
async function decideAll(desk: TestService, round: number, batches: Batch[]): Promise<void> {
  try {
    for (const [queue, action] of [
      ['valid', 'suspend'],
      ['suspended', 'reactivate'],
    ] as const) {
      const roles = await decidable(desk, queue);
      if (roles.length === 0) continue;
      const message = `${round} ${action}`;
      const batch: Batch = {
        message,
        roleIds: roles.map(({ roleId }) => roleId),
        accepted: undefined,
      };
      batches.push(batch);
      const reason = action === 'suspend' ? { reason: 'inactive' } : {};
      const answer = await desk.call('decisions:decide', { action, roles, message, ...reason });
      batch.accepted = acceptedOf(answer);
    }
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('the desk service ended'))
      throw error;
  }
}

/** The roles of a queue on which the rules allow its action. */
async function decidable(desk: TestService, queue: 'valid' | 'suspended') {
  const rows = await rowsOf(desk, { queue });
  if (rows.length === 0) return [];
  const check = await desk.call('roles:check', { roleIds: rows.map(({ id }) => id) });
  const objected = new Set(check.roles.flatMap((each) => (each.objection ? each.roleId : [])));
  return rows
    .filter(({ id, unsent }) => !objected.has(id) && unsent === undefined)
    .map(({ id, revision }) => ({ roleId: id, revision }));
}

function acceptedOf({ outcomes }: DecideAnswer): string[] {
  return outcomes.flatMap(({ outcome, roleId }) => (outcome === 'accepted' ? roleId : []));
}

/** Counted in the audit log: a confirmed decision once; a batch without an answer on all of its roles once, or on none. */
async function expectEachOnce(
  registry: TestRegistry,
  username: string,
  batches: Batch[],
): Promise<void> {
  const caller = await registry.as(username);
  const times = new Map<string, number>();
  for (const id of (await caller.roles()).keys()) {
    for (const { message } of await caller.history(id)) {
      const key = `${id} ${message}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  const countsOf = ({ message }: Batch, roleIds: string[]) =>
    new Set(roleIds.map((id) => times.get(`${id} ${message}`) ?? 0));
  let confirmed = 0;
  for (const batch of batches) {
    const { accepted = [] } = batch;
    confirmed += accepted.length;
    const others = countsOf(
      batch,
      batch.roleIds.filter((id) => !accepted.includes(id)),
    );
    expect([...countsOf(batch, accepted)]).toEqual(accepted.length > 0 ? [1] : []);
    // Refused by the desk: never. Not answered before it was killed: all together or none.
    expect([[], [0], ...(batch.accepted ? [] : [[1]])]).toContainEqual([...others]);
  }
  expect(confirmed).toBeGreaterThan(rounds);
}
