import { expect, onTestFinished, test } from 'vitest';
import type { DeskState } from '../../../shared/desk/state.ts';
import { startService, type TestService } from '../../fixtures/service.ts';
import { aDesk, approvable, approve, aSyncedDesk, rowsOf } from './desks.ts';
import { aWatchedRegistry, type WatchedRegistry } from './watchedRegistry.ts';

// The Belgian authority then sees about eight pages.
const requests = 2000;
const pageSize = 500;

async function aLargeRegistry() {
  const registry = await aWatchedRegistry(requests);
  const { person } = await (await registry.administrator('CCA', 'BE')).me();
  return { registry, username: person.username };
}

/** From now on pages of changes are answered one at a time; the answer waits until one is asked for. */
function turnstileOf(registry: WatchedRegistry) {
  const waiting: (() => void)[] = [];
  let wake = () => {};
  registry.beforePage = () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      wake();
    });
  const isAsked = async () => {
    while (waiting.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  /** Whoever waits is let through, and nobody waits any more. */
  const open = () => {
    registry.beforePage = async () => {};
    for (const pass of waiting.splice(0)) pass();
  };
  onTestFinished(open);
  return {
    isAsked,
    open,
    letOneThrough: async () => {
      await isAsked();
      waiting.shift()?.();
    },
  };
}

type FirstPull = NonNullable<DeskState['firstPull']>;

/** Waits until a pull from the start has taken in more than it had. */
async function progressAfter(desk: TestService, done: number): Promise<FirstPull | undefined> {
  const { firstPull } = await desk.until('desk:state', undefined, (state) =>
    state.firstPull ? state.firstPull.done > done : state.lastSyncAt !== undefined,
  );
  return firstPull;
}

/** What a pull from the start costs a desk of this person: its pages and its changes. */
async function costOf(registry: WatchedRegistry, username: string) {
  const client = await registry.as(username);
  registry.pages.length = 0;
  await client.pull(undefined, pageSize);
  const pages = registry.pages.splice(0);
  return { pages: pages.length, changes: pages.flatMap(({ changes }) => changes).length };
}

test('the first pull says how far it is: what is done only grows, and what remains comes to nothing', async () => {
  const { registry, username } = await aLargeRegistry();
  const cost = await costOf(registry, username);
  expect(cost.pages).toBeGreaterThan(5);
  const turnstile = turnstileOf(registry);
  const desk = await aDesk({ registry, username });
  const seen: FirstPull[] = [];
  for (let page = 1; page < cost.pages; page += 1) {
    await turnstile.letOneThrough();
    const progress = await progressAfter(desk, seen.at(-1)?.done ?? 0);
    seen.push(progress!);
  }
  turnstile.open();
  await desk.untilSynced();
  let taken = 0;
  for (const [at, { done, remaining }] of seen.entries()) {
    taken += registry.pages[at]!.changes.length;
    expect(done).toBe(taken);
    const before = seen[at - 1] ?? { done: 0, remaining: Number.POSITIVE_INFINITY };
    expect(remaining).toBeLessThan(before.remaining);
    // A thing that stands twice in what remains may be told once: the whole never grows.
    expect(done + remaining).toBeLessThanOrEqual(before.done + before.remaining);
    expect(done + remaining).toBeGreaterThanOrEqual(cost.changes);
  }
  expect(taken + registry.pages.at(-1)!.changes.length).toBe(cost.changes);
});

test('the desk is of use while the first pull runs: a decision made then arrives before its end', async () => {
  const { registry, username } = await aLargeRegistry();
  const cost = await costOf(registry, username);
  const turnstile = turnstileOf(registry);
  const desk = await aDesk({ registry, username });
  let row: Awaited<ReturnType<typeof approvable>>[number] | undefined;
  for (let done = 0; !row; ) {
    await turnstile.letOneThrough();
    done = (await progressAfter(desk, done))?.done ?? Number.NaN;
    expect(done).not.toBeNaN();
    [row] = await approvable(desk, 1).catch(() => []);
  }
  const counts = await desk.call('queues:counts', {});
  expect(counts.requested).toBeGreaterThan(0);
  await approve(desk, [row]);
  await turnstile.letOneThrough();
  await desk.until('outbox:list', undefined, ({ entries }) => entries.length === 0);
  expect(await (await registry.as(username)).timesRecorded(row.id, 'approve')).toBe(1);
  expect(registry.pages.length).toBeLessThan(cost.pages);
  expect((await desk.call('desk:state', undefined)).firstPull).toBeDefined();
  turnstile.open();
  await desk.untilSynced();
  const valid = await rowsOf(desk, {
    queue: 'decided',
    filter: { text: row.personEmail, countries: [], types: [] },
  });
  expect(valid.some(({ id }) => id === row.id)).toBe(true);
});

test('a first pull goes on where it was stopped, by an end in order or a crash', async () => {
  const { registry, username } = await aLargeRegistry();
  const cost = await costOf(registry, username);
  const turnstile = turnstileOf(registry);
  const stops = ['close', 'kill', 'kill', 'close'] as const;
  let desk = await startService({ registry, username });
  let done = 0;
  for (const stop of stops) {
    await turnstile.letOneThrough();
    // It asks for the next page when it has taken in this one.
    await turnstile.isAsked();
    const { firstPull } = await desk.call('desk:state', undefined);
    expect(firstPull?.done).toBeGreaterThan(done);
    done = firstPull!.done;
    await desk[stop]();
    // The answer that nobody waits for any more.
    await turnstile.letOneThrough();
    desk = await startService({ registry, username, file: desk.file });
  }
  turnstile.open();
  await desk.untilSynced();
  expect(registry.pages.length).toBeLessThanOrEqual(cost.pages + stops.length);
  const rolesHere = await desk.call('queues:counts', {});
  const roles = [...(await (await registry.as(username)).roles()).values()];
  expect(rolesHere.requested).toBe(roles.filter(({ status }) => status === 'requested').length);
  await desk.close();
});

test('a later pull costs what has changed, and one that finds nothing next to nothing', async () => {
  const { registry, username } = await aLargeRegistry();
  const whole = await costOf(registry, username);
  const desk = await aSyncedDesk({ registry, username });
  const first = registry.pages.splice(0);
  expect(first).toHaveLength(whole.pages);

  // A new operator that becomes valid may be a duplicate of others, which then change too.
  const rows = (await approvable(desk, 40)).filter(
    ({ advice }) => !advice.includes('new_operator'),
  );
  expect(rows.length).toBeGreaterThan(10);
  await desk.close();
  const colleague = await registry.as(username);
  const named = new Set<string>();
  for (const row of rows) {
    const { role, outcome } = await colleague.decide(row, 'approve');
    expect(outcome).toBe('applied');
    for (const id of [role!.id, role!.personId, role!.bodyId]) named.add(id);
  }
  const again = await aSyncedDesk({ registry, username, file: desk.file });
  const [page, ...more] = registry.pages.splice(0);
  expect(more).toEqual([]);
  const told = page!.changes.map(({ id }) => id);
  expect(rows.filter(({ id }) => !told.includes(id))).toEqual([]);
  expect(told.filter((id) => !named.has(id))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);

  for (let poll = 0; poll < 5; poll += 1) {
    const { lastSyncAt } = await again.call('desk:state', undefined);
    await again.call('desk:sync', undefined);
    await again.until('desk:state', undefined, (state) => state.lastSyncAt !== lastSyncAt);
  }
  const idle = registry.pages.splice(0);
  expect(idle.length).toBeGreaterThanOrEqual(5);
  expect(idle.flatMap(({ changes }) => changes)).toEqual([]);
  const bytesOf = (pages: typeof idle) => pages.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(bytesOf(idle) / idle.length).toBeLessThan(bytesOf(first) / 1000);
});
