import { expect, test } from 'vitest';
import type { Moment } from '../../db/moments.ts';
import { type Draw, drawer } from '../../registry/seed/draw.ts';
import type { DeskState } from '../../shared/desk/state.ts';
import { changesLimit } from '../../shared/wire/changes.ts';
import { counted, seedOf } from '../fixtures/drawn.ts';
import type { TestRegistry } from '../fixtures/registry.ts';
import { startService, type TestService } from '../fixtures/service.ts';
import { comeToRest, examine } from './afterwards.ts';
import { forkCrashing } from './crash.ts';
import { Ledger } from './ledger.ts';
import { aWorld, newStoreFile, type World } from './world.ts';

const pulls = counted('ROLEDESK_CRASHES', 2);
const seed = seedOf('ROLEDESK_CRASHES_SEED');
const said = `ROLEDESK_CRASHES=${pulls} ROLEDESK_CRASHES_SEED=${seed}`;

const named: readonly Moment[] = ['pull:answered', 'page:written', 'page:kept'];
/** How many pages a desk may take in before it is killed. */
const mostPages = 2;

test(
  `a first pull that is killed again and again goes on where it was (${said})`,
  async () => {
    console.log(said);
    const world = await aWorld(String(seed));
    const draw = drawer(String(seed));
    const pages = await pagesNeeded(world);
    let killed = 0;
    for (let pull = 0; pull < pulls; pull += 1) {
      const { asked, kills } = await pullAndKill(world, draw);
      // A kill costs a page at most: the one that had come and was not kept.
      expect(asked).toBeGreaterThanOrEqual(pages);
      expect(asked).toBeLessThanOrEqual(pages + kills);
      killed += kills;
    }
    console.log(`killed ${killed} times in ${pulls} pulls of ${pages} pages`);
    expect(killed).toBeGreaterThan(pulls);
  },
  240_000 + pulls * 120_000,
);

/** A first pull, its desk killed at every page or second page; how many pages it asked for in all. */
async function pullAndKill(world: World, draw: Draw): Promise<{ asked: number; kills: number }> {
  const { registry, username, reference } = world;
  const [file, ledger] = [await newStoreFile(), new Ledger()];
  const most = reference.documents.size - mostPages * changesLimit.usual;
  let [asked, kills, pulled] = [0, 0, 0];
  for (; pulled < most; kills += 1) {
    const before = await pagesAnswered(registry);
    const times = draw.between(1, mostPages);
    const process = forkCrashing({ moment: draw.pick(named), times });
    const desk = await startService({ registry, username, file, process });
    expect(await leastProgress(desk)).toBeGreaterThanOrEqual(pulled);
    asked += (await pagesAnswered(registry)) - before;
    expect(process.signalCode).toBe('SIGKILL');
    const dead = await examine(file, ledger, reference);
    expect(dead.pullDone).toBe(false);
    expect(dead.pulled).toBeGreaterThanOrEqual(pulled);
    pulled = dead.pulled;
  }
  const before = await pagesAnswered(registry);
  const desk = await startService({ registry, username, file });
  await desk.untilSynced();
  asked += (await pagesAnswered(registry)) - before;
  await comeToRest(desk, ledger, reference);
  return { asked, kills };
}

/** The least that a desk tells of its first pull until it is killed; endlessly much where it tells nothing. */
async function leastProgress(desk: TestService): Promise<number> {
  let done = Number.POSITIVE_INFINITY;
  const look = ({ firstPull }: DeskState) => {
    if (firstPull) done = Math.min(done, firstPull.done);
    return false;
  };
  await desk.until('desk:state', undefined, look).catch(() => {});
  return done;
}

/** How many pages it takes without a crash: some things are told twice. */
async function pagesNeeded({ registry, username }: World): Promise<number> {
  const caller = await registry.as(username);
  const limit = changesLimit.usual;
  let page = await caller.page({ limit });
  let pages = 1;
  for (; page.hasMore; pages += 1) page = await caller.page({ cursor: page.cursor, limit });
  return pages;
}

/** How many pages of changes the registry has answered. */
async function pagesAnswered(registry: TestRegistry): Promise<number> {
  const text = await (await fetch(`${registry.url}/metrics`)).text();
  const lines = text.matchAll(/^roledesk_http_requests_total\{route="\/v1\/changes".*\} (\d+)$/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}
