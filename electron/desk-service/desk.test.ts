import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { StoreDamaged } from '../../db/damage.ts';
import { openStore } from '../../db/open.ts';
import { newStoreFile } from '../../db/world.fixture.ts';
import { Desk } from './desk.ts';

afterEach(() => void vi.unstubAllGlobals());

/** A desk whose store takes as long to verify as the test wants. */
function aDesk() {
  const asked = vi.fn(() => Promise.reject(new Error('nobody is there')));
  vi.stubGlobal('fetch', asked);
  const file = newStoreFile();
  const found = Promise.withResolvers<void>();
  const store = { ...openStore(file, { environment: 'training' }), verify: () => found.promise };
  const desk = new Desk(
    store,
    {
      ...{ kind: 'open', environment: 'training', file, subject: 'n00abc', token: 'a token' },
      registry: 'http://127.0.0.1:1',
    },
    { onChanged: () => {}, send: () => {} },
  );
  return { desk, asked, found, work: desk.work(() => {}) };
}

async function someTurns(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

test('nothing is asked of the registry before the store has been verified', async () => {
  const { desk, asked, found, work } = aDesk();
  await someTurns();
  expect(asked).not.toHaveBeenCalled();
  found.resolve();
  await expect.poll(() => asked.mock.calls.length).toBeGreaterThan(0);
  desk.end();
  await work;
  await desk.close();
});

test('a store that turns out to be damaged ends the work, and nothing is asked', async () => {
  const { desk, asked, found, work } = aDesk();
  found.reject(new StoreDamaged('a page'));
  await expect(work).rejects.toThrow(StoreDamaged);
  await desk.close();
  await someTurns();
  expect(asked).not.toHaveBeenCalled();
});

test('what a call has failed with ends the work at once', async () => {
  const { desk, found, work } = aDesk();
  desk.breakOff(new StoreDamaged('met by a call'));
  await expect(work).rejects.toThrow('met by a call');
  found.resolve();
  await desk.close();
});
