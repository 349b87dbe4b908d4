import { expect, onTestFinished, test } from 'vitest';
import { decide } from '../db/decide.ts';
import { listOutbox } from '../db/outbox.ts';
import type { Store } from '../db/store.ts';
import { reopened, storeWithOne } from '../db/world.fixture.ts';
import { Holding } from './holding.ts';
import { HeldClock, until } from './registry.fixture.ts';

const holdMs = 10_000;
const dayMs = 24 * 60 * 60_000;

/** The clock of the computer, that can be set while timers run on as they were begun. */
class SetClock extends HeldClock {
  #aheadMs = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.#aheadMs);
  }

  set(ms: number): void {
    this.#aheadMs += ms;
  }
}

function holdingOne() {
  const { store, role } = storeWithOne();
  const clock = new SetClock();
  const roles = [{ roleId: role.id, revision: role.revision }];
  decide(store, { action: 'approve', roles }, { at: clock.now(), holdMs });
  return { store, clock, ...followed(store, clock) };
}

function followed(store: Store, clock: SetClock) {
  let released = 0;
  const failed = () => {
    throw new Error('the store failed');
  };
  const holding = new Holding(
    store,
    clock,
    () => {
      released += 1;
    },
    failed,
  );
  onTestFinished(() => holding.stop());
  holding.follow();
  const state = () => listOutbox(store.reader).entries[0]?.state;
  return { holding, state, released: () => released };
}

test('a held decision is let go when its moment is over, and not before', async () => {
  const { clock, state, released } = holdingOne();
  clock.move(holdMs - 1);
  await until(() => clock.waits.length > 0);
  expect(state()).toBe('held');
  clock.move(1);
  await until(() => state() === 'waiting');
  expect(released()).toBe(1);
});

test.each([
  ['before its moment is over', 0],
  ['and something else is followed at once', 1],
])('a clock that is set back by a day, %s, does not hold it for a day', async (_, follows) => {
  const { clock, holding, state } = holdingOne();
  clock.set(-dayMs);
  for (let time = 0; time < follows; time += 1) holding.follow();
  for (let moments = 0; moments < 2 && state() === 'held'; moments += 1) {
    await until(() => clock.waits.length > 0);
    expect(Math.max(...clock.waits)).toBeLessThanOrEqual(holdMs);
    clock.move(holdMs);
    await until(() => clock.waits.length > 0 || state() === 'waiting');
  }
  expect(state()).toBe('waiting');
});

test('a clock that is set forward lets it go, no later than before', async () => {
  const { clock, state } = holdingOne();
  clock.set(dayMs);
  clock.move(holdMs);
  await until(() => state() === 'waiting');
});

test('over a restart it is held for what is left of its moment', async () => {
  const { store, clock, holding } = holdingOne();
  clock.move(4_000);
  holding.stop();
  const { state } = followed(reopened(store), clock);
  await until(() => clock.waits.length > 0);
  expect(clock.waits).toEqual([6_000]);
  expect(state()).toBe('held');
  clock.move(6_000);
  await until(() => state() === 'waiting');
});
