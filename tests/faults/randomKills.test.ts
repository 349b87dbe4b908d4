import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chunked } from '../../db/store.ts';
import { type Draw, drawer } from '../../registry/seed/draw.ts';
import { counted, seedOf } from '../fixtures/drawn.ts';
import { forkService, startService, type TestService } from '../fixtures/service.ts';
import { comeToRest, examine } from './afterwards.ts';
import { type Person, work } from './deciding.ts';
import { Ledger } from './ledger.ts';
import { aWorld, newStoreFile, type World } from './world.ts';

const count = counted('ROLEDESK_RANDOM_KILLS', 25);
const seed = seedOf('ROLEDESK_RANDOM_KILLS_SEED');
const said = `ROLEDESK_RANDOM_KILLS=${count} ROLEDESK_RANDOM_KILLS_SEED=${seed}`;

/** How many kills a store goes through, from its first pull on. */
const killsPerStore = 9;

/** What a kill is to meet, and how long after its beginning it comes at most. */
const longestMs = { page: 200, batch: 10, push: 100 };
type Aim = keyof typeof longestMs;

interface Kill {
  victim: 'registry' | 'service';
  aim: Aim;
  afterMs: number;
  holdMs: number;
}

/** Who works, and what was really under way when something was killed. */
interface Scene {
  world: World;
  person: Person & { news: EventEmitter };
  cut: Record<Aim, number>;
}

test(
  `killed at random, desk and registry lose nothing and double nothing (${said})`,
  async () => {
    console.log(said);
    const world = await aWorld(String(seed));
    const { registry, roleIds } = world;
    const ledger = new Ledger();
    const draw = drawer(String(seed));
    const person = {
      ...{ ledger, draw, roleIds, news: new EventEmitter() },
      ...{ undoing: 0.2, startsWithAll: false, turns: Number.POSITIVE_INFINITY },
    };
    const cut = { page: 0, batch: 0, push: 0 };
    for (const kills of drawKills(draw)) {
      await endure({ world, person, cut }, kills);
    }
    await registry.stop();
    const recorded = await ledger.expectRecordedOnce(registry);
    console.log(`${recorded} decisions recorded; really cut: ${JSON.stringify(cut)}`);
    for (const times of Object.values(cut)) expect(times).toBeGreaterThan(0);
  },
  240_000 + count * 20_000,
);

/** Takes a store from its first pull through these kills, and lets it come to rest. */
async function endure(scene: Scene, kills: Kill[]): Promise<void> {
  const { world, person } = scene;
  const { registry, username, reference } = world;
  const file = await newStoreFile();
  let next = forkService();
  let working: Promise<void> = Promise.resolve();
  let desk: TestService | undefined;
  for (const kill of kills) {
    if (kill.aim === 'page') await reference.loseCursors();
    if (!desk) {
      const { holdMs } = kill;
      const opening = startService({ registry, username, file, holdMs, process: next });
      working = work(opening, person);
      desk = await opening;
      // The next process starts while this one works.
      next = forkService();
    }
    await Promise.race([takeAim(kill, desk, person.news), working]);
    if (kill.victim === 'registry') await killRegistry(scene, desk);
    else {
      await killService(scene, desk, working);
      desk = undefined;
    }
  }
  if (desk) await killService(scene, desk, working);
  const rested = await startService({ registry, username, file, process: next });
  await comeToRest(rested, person.ledger, reference);
}

/** Waits for what a kill is to meet: what a desk does first when it has reached its registry is to pull. */
async function takeAim(
  { aim, afterMs }: Kill,
  desk: TestService,
  news: EventEmitter,
): Promise<void> {
  switch (aim) {
    case 'page':
      await desk.until('desk:state', undefined, ({ connection }) => connection.state === 'online');
      break;
    case 'batch':
      await once(news, 'deciding');
      break;
    case 'push':
      await once(news, 'decided');
  }
  await wait(afterMs);
}

async function killRegistry({ world, cut }: Scene, desk: TestService): Promise<void> {
  await world.registry.kill();
  const { entries } = await desk.call('outbox:list', undefined);
  const { firstPull } = await desk.call('desk:state', undefined);
  if (entries.some(({ state }) => state === 'sent')) cut.push += 1;
  if (firstPull) cut.page += 1;
  await world.registry.restart();
  await desk.call('desk:sync', undefined);
}

async function killService(
  { world, person, cut }: Scene,
  desk: TestService,
  working: Promise<void>,
): Promise<void> {
  await desk.kill();
  await working;
  if (person.ledger.isCut) cut.batch += 1;
  const { pullDone, decisions } = await examine(desk.file, person.ledger, world.reference);
  if (!pullDone) cut.page += 1;
  if (decisions.some(({ state }) => state === 'sent')) cut.push += 1;
}

/** For each store: the first of them meets its first pull, a third are at the registry, each aim comes as often. */
function drawKills(draw: Draw): Kill[][] {
  const kills = [...Array(count).keys()].map((at): Kill => {
    const aim = (['page', 'batch', 'push'] as const)[at % 3]!;
    return {
      victim: Math.floor(at / 3) % 3 === 2 ? 'registry' : 'service',
      aim,
      afterMs: draw.between(0, longestMs[aim]),
      holdMs: draw.pick([0, 0, 20]),
    };
  });
  return chunked(kills, killsPerStore).map(([first, ...others]) => [
    ...(first ? [first] : []),
    ...draw.some(others, others.length),
  ]);
}
