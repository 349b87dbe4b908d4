import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readDesk } from '../../db/desk.ts';
import { openStore } from '../../db/open.ts';
import { outbox } from '../../db/schema.ts';
import { aBody, aPerson, aRole, fileOf, noon, storeWith } from '../../db/world.fixture.ts';
import type { Decision } from '../../shared/wire/decisions.ts';
import { counted, pick } from '../fixtures/drawn.ts';
import { pagesOfLines, spoil } from '../fixtures/spoiledStore.ts';
import { decideOffLine } from '../integration/desk/decidingOffLine.ts';
import { copyOf, openElsewhere } from './migrations.fixture.ts';

const rounds = counted('ROLEDESK_CRASHES', 2);
const decided = 30;

/** A damaged store that no desk has open, and the decisions in it. */
function aDamagedStore(): { file: string; decisions: Decision[] } {
  const people = Array.from({ length: decided }, () => aPerson());
  const bodies = people.map(() => aBody());
  const roles = people.map((person, at) => aRole(bodies[at]!, person));
  const store = storeWith(bodies, people, roles);
  decideOffLine(store, decided, { at: noon, holdMs: () => 0 });
  const rows = store.reader.select().from(outbox).orderBy(asc(outbox.number)).all();
  const file = fileOf(store);
  store.close();
  spoil(file, pagesOfLines(file));
  return { file, decisions: rows.map(({ decision }) => decision) };
}

test(
  `killed ${rounds} times at each moment of its setting aside, a store loses no decision`,
  async () => {
    const { file, decisions } = aDamagedStore();
    const { told } = await openElsewhere(copyOf(file));
    expect([told.at(0), told.at(-1)]).toEqual(['opening', 'opened']);
    const moments = told.slice(1, -1);
    expect(moments).toEqual(expect.arrayContaining(['set_aside:moved', 'set_aside:saved']));
    const occurrences = Map.groupBy(moments.keys(), (at) => moments[at]);
    for (let round = 0; round < rounds; round += 1) {
      // Some come more than once, for the store and for the one that takes its place.
      for (const places of occurrences.values()) {
        const at = pick(places, round);
        const copy = copyOf(file);
        const killed = await openElsewhere(copy, { atMoment: at + 1 });
        expect(killed.told).not.toContain('opened');
        const gone = await openElsewhere(copy);
        expect(gone.told.at(-1)).toBe('opened');
        await expectSaved(copy, decisions);
      }
    }
    console.log(`killed ${rounds} times at ${[...occurrences.keys()].join(', ')}`);
  },
  240_000 + rounds * 60_000,
);

async function expectSaved(file: string, decisions: Decision[]): Promise<void> {
  const store = openStore(file, { environment: 'training' });
  await store.verify(new AbortController().signal);
  const rows = store.reader.select().from(outbox).orderBy(asc(outbox.number)).all();
  expect(rows.map(({ decision }) => decision)).toEqual(decisions);
  expect(readDesk(store.reader).mishap).toMatchObject({
    ...{ kind: 'set_aside', saved: decisions.length, unreadable: 0 },
  });
  store.close();
  const beside = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
  // The damaged store is there, once, and nothing half done.
  expect(beside.filter((name) => /damaged-[\dTZ-]+$/.test(name))).toHaveLength(1);
  expect(beside.filter((name) => /\.(new|image|part)|-aside/.test(name))).toEqual([]);
}
