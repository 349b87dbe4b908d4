import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../db/decide.ts';
import { knownRole } from '../../../db/judge.ts';
import { outboxEntryOn, release } from '../../../db/outbox.ts';
import { chunked } from '../../../db/store.ts';
import { forgetUpTo } from '../../../registry/upkeep/compaction.ts';
import { fullName } from '../../../shared/domain/person.ts';
import { RegistryUnreachable } from '../../../sync/registry.ts';
import { counted, seedOf } from '../../fixtures/drawn.ts';
import { type DeletionKind, deletionKinds, deletions } from './deletionsKinds.ts';
import { expectEqualToAPull, expectNothingDropped, type Taken } from './deletionsOracle.ts';
import {
  closeWorld,
  newSubject,
  openWorld,
  restore,
  type Subject,
  type World,
} from './deletionsWorld.ts';

const count = counted('ROLEDESK_DELETIONS', 25);
const seed = seedOf('ROLEDESK_DELETIONS_SEED');

/** A registry grows with every deletion, and with it every pull from the start. */
const deletionsOfAWorld = 25;

/** Where the desk is while something is taken from it. */
const whiles = [
  'on line',
  'off line',
  /** For longer than the registry keeps changes. */
  'away',
  'pulling from the start',
  /** Its decision is taken, and the answer comes late, or gets lost and is asked for again. */
  'awaiting an answer',
  'awaiting an answer and pulling from the start',
] as const;

interface Drawn {
  kind: DeletionKind;
  during: (typeof whiles)[number];
  /** Whether the desk has decided on the very role. */
  isDecided: boolean;
  isAnswerLost: boolean;
  /** How many pages of a pull from the start come before it. */
  pages: number;
}

/** Every kind in every situation before one comes again. */
function drawn(): Drawn[] {
  const all = deletionKinds.flatMap((kind) => whiles.map((during) => ({ kind, during })));
  const one = fc.tuple(
    fc.shuffledSubarray(all, { minLength: all.length }),
    fc.array(fc.record({ isDecided: fc.boolean(), isAnswerLost: fc.boolean(), pages: fc.nat(2) }), {
      minLength: all.length,
      maxLength: all.length,
    }),
  );
  return fc
    .sample(one, { seed, numRuns: Math.ceil(count / all.length) })
    .flatMap(([order, rest]) => order.map((each, at) => ({ ...each, ...rest[at]! })))
    .slice(0, count);
}

test(`after ${count} deletions and losses of scope nothing comes back from the dead, and no decision is dropped (ROLEDESK_DELETIONS_SEED=${seed})`, {
  timeout: 240_000 + count * 5000,
}, async () => {
  const done: Record<string, number> = {};
  for (const block of chunked(drawn(), deletionsOfAWorld)) {
    const world = await openWorld();
    await world.desk.settle();
    for (const each of block) {
      const ended = await deleteOnce(world, each).catch((cause: unknown) => {
        throw new Error(JSON.stringify(each), { cause });
      });
      for (const key of [each.during, ...ended]) done[key] = (done[key] ?? 0) + 1;
    }
    await closeWorld(world);
  }
  console.log(
    `ROLEDESK_DELETIONS=${count} ROLEDESK_DELETIONS_SEED=${seed} ${JSON.stringify(done)}`,
  );
});

/** Lets one thing be deleted, brings the desk back on line, and looks at what it shows; returns how its decisions ended. */
async function deleteOnce(world: World, each: Drawn): Promise<string[]> {
  const { desk } = world;
  await restore(world);
  const subject = await newSubject(world, deletions[each.kind].of);
  await desk.settle();
  const taken = await befall(world, each, subject);
  await desk.settle();
  await expectEqualToAPull(world);
  return expectNothingDropped(world, taken);
}

async function befall(world: World, each: Drawn, subject: Subject): Promise<Taken[]> {
  const { desk, registry } = world;
  const happens = () => deletions[each.kind].happens(world, subject);
  const decideIfDrawn = (holdMs = 0) =>
    each.isDecided ? takeDecision(world, subject, holdMs) : [];
  switch (each.during) {
    case 'on line': {
      const taken = decideIfDrawn(60_000);
      await happens();
      await desk.settle();
      await expectEqualToAPull(world);
      release(desk.store, new Date(Date.now() + 120_000));
      return taken;
    }
    case 'off line': {
      await desk.goOffLine();
      const taken = decideIfDrawn();
      await happens();
      return taken;
    }
    case 'away': {
      await desk.goOffLine();
      const before = desk.pullNumber;
      const taken = decideIfDrawn();
      await happens();
      await forgetAll(registry);
      await desk.settle();
      expect(desk.pullNumber).toBeGreaterThan(before);
      return taken;
    }
    case 'pulling from the start': {
      await desk.goOffLine();
      const taken = decideIfDrawn();
      desk.forgetCursor();
      let pages = each.pages;
      desk.beforePage = async () => {
        if (pages === 0) await happens();
        pages -= 1;
      };
      await desk.settle();
      desk.beforePage = async () => {};
      expect(pages).toBeLessThan(0);
      return taken;
    }
    case 'awaiting an answer':
    case 'awaiting an answer and pulling from the start': {
      await desk.goOffLine();
      const taken = takeDecision(world, subject, 0);
      if (each.during !== 'awaiting an answer') desk.forgetCursor();
      let isFirst = true;
      desk.beforeAnswer = async () => {
        if (!isFirst) return;
        isFirst = false;
        await happens();
        await forgetAll(registry);
        if (each.isAnswerLost) throw new RegistryUnreachable('the answer is lost');
      };
      await desk.settle();
      desk.beforeAnswer = async () => {};
      expect(isFirst).toBe(false);
      return taken;
    }
  }
}

/** The registry forgets what is gone, as it does after some months. */
async function forgetAll({ storage }: World['registry']): Promise<void> {
  await forgetUpTo(storage, await storage.read((reader) => reader.feedHead()));
}

/** The desk decides on the role that is about to go. */
function takeDecision({ desk }: World, { roleId }: Subject, holdMs: number): Taken[] {
  const known = knownRole(desk.store.reader, roleId);
  if (!known) throw new Error('the desk does not see the role');
  const { role, person, body } = known;
  const substance =
    role.status === 'requested'
      ? ({ action: 'approve' } as const)
      : ({ action: 'suspend', reason: 'inactive' } as const);
  const roles = [{ roleId, revision: role.revision }];
  const taking = { at: new Date(), holdMs };
  const { outcomes } = decide(desk.store, { ...substance, roles }, taking);
  expect(outcomes).toEqual([{ roleId, outcome: 'accepted' }]);
  const entry = outboxEntryOn(desk.store.reader, roleId);
  expect(entry).toMatchObject({ personName: fullName(person), bodyName: body.name });
  return entry ? [entry] : [];
}
