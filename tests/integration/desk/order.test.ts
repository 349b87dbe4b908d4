import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../../db/open.ts';
import { release } from '../../../db/outbox.ts';
import { nextToSend } from '../../../db/sending.ts';
import { seedOf } from '../../fixtures/drawn.ts';
import { decideOffLine } from './decidingOffLine.ts';
import { aDesk, aSyncedDesk } from './desks.ts';
import { aWatchedRegistry } from './watchedRegistry.ts';

const seed = seedOf('ROLEDESK_ORDER_SEED');
const minuteMs = 60_000;

// Those that are held are overtaken by those that are not, which are marked as sent when the desk ends.
test(`decisions reach the registry in the order in which they were taken (ROLEDESK_ORDER_SEED=${seed})`, async () => {
  const count = 60;
  const registry = await aWatchedRegistry(400);
  const { person } = await (await registry.administrator('CCA', 'BE')).me();
  const { username } = person;
  const synced = await aSyncedDesk({ registry, username });
  await synced.close();
  const holds = fc.array(fc.boolean(), { minLength: count, maxLength: count });
  const [isHeld = []] = fc.sample(holds, { seed, numRuns: 1 });
  const store = openStore(synced.file, { environment: 'training' });
  const taken = decideOffLine(store, count, {
    at: new Date(Date.now() - 60 * minuteMs),
    holdMs: (which) => (isHeld[which] ? minuteMs : 0),
  });
  nextToSend(store, new Date());
  release(store, new Date());
  store.close();
  registry.batches.length = 0;
  const desk = await aDesk({ registry, username, file: synced.file });
  await desk.untilSynced();
  expect(registry.batches.flat()).toEqual(taken.map(({ id }) => id));
  const recordedAt = await registry.storage.read((reader) =>
    Promise.all(
      taken.map(async ({ roleId }) => (await reader.role(roleId))?.lastDecision?.recordedAt),
    ),
  );
  expect(recordedAt).not.toContain(undefined);
  expect(recordedAt).toEqual(recordedAt.toSorted());
});
