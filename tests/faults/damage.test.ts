import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { isDamage } from '../../db/damage.ts';
import { readDesk, updateDesk } from '../../db/desk.ts';
import { Guard } from '../../db/guard.ts';
import { openStore } from '../../db/open.ts';
import { outbox } from '../../db/schema.ts';
import { setAside } from '../../db/setAside.ts';
import type { Store } from '../../db/store.ts';
import { noon } from '../../db/world.fixture.ts';
import { drawer } from '../../registry/seed/draw.ts';
import type { Decision } from '../../shared/wire/decisions.ts';
import { counted, seedOf } from '../fixtures/drawn.ts';
import {
  aStoreAtRest,
  copyOf,
  type Damage,
  drawDamage,
  endangeredBy,
  everythingOf,
  inflict,
} from './damage.fixture.ts';
import type { Told } from './writingDesk.ts';

const times = counted('ROLEDESK_DAMAGE', 10);
const seed = seedOf('ROLEDESK_DAMAGE_SEED');
const environment = 'training' as const;
const never = new AbortController().signal;

/** What a desk makes of a damaged store. */
type Outcome = 'noticed' | 'end_lost' | 'nothing_hit' | 'accepted';

afterEach(() => vi.restoreAllMocks());

test.each(['closed', 'killed'] as const)(
  `a store that was %s: of ${times} damages none is accepted in silence (ROLEDESK_DAMAGE_SEED=${seed})`,
  async (how) => {
    const outcomes = await outcomesOf(how);
    console.log(`${how}: ${JSON.stringify(countsOf(outcomes))}`);
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toEqual([]);
    expect(outcomes.some(({ outcome }) => outcome === 'noticed')).toBe(true);
  },
);

test(`a desk that does not compare its pages is caught (ROLEDESK_DAMAGE_SEED=${seed})`, async () => {
  vi.spyOn(Guard.prototype, 'verify').mockResolvedValue();
  const outcomes = await outcomesOf('closed');
  console.log(`not comparing: ${JSON.stringify(countsOf(outcomes))}`);
  expect(outcomes.some(({ outcome }) => outcome === 'accepted')).toBe(true);
});

test(`a desk that was killed ${times} times while it wrote raises no alarm`, async () => {
  let file = '';
  const kept = new Set<string>();
  for (let time = 0; time < times; time += 1) {
    if (time % killsOfOne === 0) {
      file = aStoreAtRest('closed');
      kept.clear();
    }
    await writeUntilKilled(file, kept);
    // What was left is kept for the next round, so that the log grows over several kills.
    file = copyOf(file);
    const store = openStore(copyOf(file), { environment });
    await store.verify(never);
    expect(readDesk(store.reader).mishap).toBeNull();
    const waiting = new Set(decisionsIn(store).map(({ roleId }) => roleId));
    expect([...kept].filter((roleId) => !waiting.has(roleId))).toEqual([]);
    store.close();
  }
  expect(kept.size).toBeGreaterThan(0);
});

async function outcomesOf(how: 'closed' | 'killed') {
  const draw = drawer(`damage ${how} ${seed}`);
  const sound = aStoreAtRest(how);
  const store = openStore(copyOf(sound), { environment });
  const before = { everything: everythingOf(store.reader), decisions: decisionsIn(store) };
  store.close();
  const outcomes: { damage: Damage; outcome: Outcome }[] = [];
  for (let time = 0; time < times; time += 1) {
    const damage = drawDamage(draw, sound);
    outcomes.push({ damage, outcome: await outcomeOf(damage, sound, before) });
  }
  return outcomes;
}

interface Before {
  everything: Record<string, unknown>;
  decisions: Decision[];
}

async function outcomeOf(damage: Damage, sound: string, before: Before): Promise<Outcome> {
  const file = copyOf(sound);
  inflict(file, damage);
  let store: Store | undefined;
  try {
    store = openStore(file, { environment });
    await store.verify(never);
    if (readDesk(store.reader).mishap?.kind === 'end_lost') {
      await expectEndLost(store, before);
      return 'end_lost';
    }
    const isSame = same(everythingOf(store.reader), before.everything);
    store.close();
    return isSame ? 'nothing_hit' : 'accepted';
  } catch (error) {
    if (!isDamage(error)) throw new Error(`after ${JSON.stringify(damage)}`, { cause: error });
    closeDamaged(store);
    await expectSaved(file, endangeredBy(damage, sound), before);
    return 'noticed';
  }
}

function closeDamaged(store: Store | undefined): void {
  try {
    store?.close();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

/** It is the store of some moment before, and works. */
async function expectEndLost(store: Store, { decisions }: Before): Promise<void> {
  const known = new Map(decisions.map((decision) => [decision.id, decision]));
  const still = decisionsIn(store).filter(({ id }) => known.has(id));
  for (const decision of still) expect(decision).toEqual(known.get(decision.id));
  store.close();
}

/** Every decision that was not hit is in the new store as it was, the others are counted, and the damaged one is kept. */
async function expectSaved(
  file: string,
  isEndangered: (decisionId: string) => boolean,
  { decisions }: Before,
): Promise<void> {
  const damaged = existsSync(file) ? readFileSync(file) : undefined;
  const store = setAside(file, environment, noon);
  await store.verify(never);
  const known = new Map(decisions.map((decision) => [decision.id, decision]));
  const saved = new Map(decisionsIn(store).map((decision) => [decision.id, decision]));
  for (const [id, decision] of saved) expect(decision).toEqual(known.get(id));
  const lost = [...known.keys()].filter((id) => !saved.has(id));
  expect(lost.filter((id) => !isEndangered(id))).toEqual([]);
  const { mishap } = readDesk(store.reader);
  if (mishap?.kind !== 'set_aside') throw new Error('nobody is told');
  expect(mishap.saved).toBe(saved.size);
  const aside = join(file, '..', mishap.file);
  if (damaged) expect(readFileSync(aside).equals(damaged)).toBe(true);
  store.write((writer) => updateDesk(writer, { cursor: 'on' }));
  store.close();
  const reopened = openStore(file, { environment });
  await reopened.verify(never);
  expect(readDesk(reopened.reader)).toMatchObject({ cursor: 'on', mishap });
  reopened.close();
}

function decisionsIn({ reader }: Store): Decision[] {
  return reader
    .select({ decision: outbox.decision })
    .from(outbox)
    .all()
    .map(({ decision }) => decision);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function countsOf(outcomes: { outcome: Outcome }[]): Record<string, number> {
  const groups = Object.entries(Object.groupBy(outcomes, ({ outcome }) => outcome));
  return Object.fromEntries(groups.map(([outcome, of]) => [outcome, of.length]));
}

/** How often one store is written on: it grows. */
const killsOfOne = 10;
const longestWorkMs = 300;

/** @param kept on which roles a decision is known to be kept, from one time to the next */
async function writeUntilKilled(file: string, kept: Set<string>): Promise<void> {
  const child = fork(join(import.meta.dirname, 'writingDesk.ts'), [file]);
  const begun = once(child, 'message');
  child.on('message', (told: Told) => {
    if ('kept' in told) for (const roleId of told.kept) kept.add(roleId);
    else for (const roleId of told.leaving) kept.delete(roleId);
  });
  await begun;
  await wait(Math.random() * longestWorkMs);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
