import { expect } from 'vitest';
import type { TestService } from '../fixtures/service.ts';
import { type DeadStore, readDead } from './deadStore.ts';
import type { Ledger } from './ledger.ts';
import type { Reference } from './reference.ts';

/** Looks at the store that a killed desk left: it is whole, keeps its word, and its cursor is not ahead. */
export async function examine(
  file: string,
  ledger: Ledger,
  reference: Reference,
): Promise<DeadStore> {
  const dead = readDead(file);
  ledger.compare(dead);
  await expectCursorCovered(dead, reference);
  return dead;
}

/** Lets a desk come to rest and ends it: then it has what the registry has, and its outbox is empty. */
export async function comeToRest(
  desk: TestService,
  ledger: Ledger,
  reference: Reference,
): Promise<void> {
  await desk.untilSynced();
  await desk.close();
  const rested = await examine(desk.file, ledger, reference);
  const things = [...rested.things].map(([key, { document }]) => [key, document] as const);
  expect(new Map(things)).toEqual(reference.documents);
  expect(rested.decisions.filter(({ state }) => state !== 'recorded')).toEqual([]);
}

/**
 * The cursor is not ahead of the data: what the registry tells of before it is there as it is told, named by the pull
 * that runs or ran last, or it would be swept. Once that pull is done nothing else is there.
 */
async function expectCursorCovered(dead: DeadStore, reference: Reference): Promise<void> {
  await reference.catchUp();
  if (dead.cursor === null) {
    expect(dead).toMatchObject({ pulled: 0, pullDone: false });
    return;
  }
  const behind = await reference.behind(dead.cursor);
  if (!behind) return;
  const wrong = [...reference.documents].flatMap(([key, document]) => {
    const thing = dead.things.get(key);
    const isThere = thing?.document === document && thing.pullNumber === dead.pullNumber;
    return isThere || behind.has(key) ? [] : key;
  });
  expect(wrong).toEqual([]);
  if (!dead.pullDone) return;
  const unknown = [...dead.things.keys()].filter(
    (key) => !reference.documents.has(key) && !behind.has(key),
  );
  expect(unknown).toEqual([]);
}
