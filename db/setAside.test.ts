import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asc } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { noFilter } from '../shared/desk/queues.ts';
import { newWorkspace, type Workspace } from '../shared/desk/workspace.ts';
import { flipBits } from './damage.fixture.ts';
import { isDamage } from './damage.ts';
import { decide } from './decide.ts';
import { readDesk, updateDesk } from './desk.ts';
import { openStore } from './open.ts';
import { undo } from './outbox.ts';
import { outbox } from './schema.ts';
import { setAside } from './setAside.ts';
import type { Store } from './store.ts';
import { aBody, aPerson, aRole, fileOf, newStoreFile, noon, storeWith } from './world.fixture.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, renameSync: vi.fn(real.renameSync), rmSync: vi.fn(real.rmSync) };
});

const environment = 'training' as const;
const never = new AbortController().signal;
const later = new Date(noon.getTime() + 60_000);

const view = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Organic importers',
  queue: 'requested' as const,
  filter: { ...noFilter, sections: ['organic_importer'] },
  sort: { column: 'due' as const, direction: 'ascending' as const },
};
const arranged: Workspace = {
  ...{ views: [view], defaultViewId: view.id, columnWidths: { person: 300 } },
  templates: [],
};

/** A damaged store whose decisions lie in the log, not where it is damaged; and what it held. */
function aDamagedStore() {
  const people = Array.from({ length: 40 }, () => aPerson());
  const bodies = people.map(() => aBody({ address: 'Where it is damaged' }));
  const roles = people.map((person, at) => aRole(bodies[at]!, person));
  const first = storeWith(bodies, people, roles);
  const file = fileOf(first);
  const preferences = { ...readDesk(first.reader).preferences, holdSeconds: 33 };
  first.write((writer) => updateDesk(writer, { preferences, workspace: arranged }));
  first.close();
  const store = openStore(file, { environment });
  const decideOn = (from: number, to: number) =>
    decide(
      store,
      {
        action: 'approve',
        roles: roles.slice(from, to).map(({ id, revision }) => ({ roleId: id, revision })),
        message: 'Checked',
      },
      { at: noon, holdMs: 1000 },
    );
  decideOn(0, 20);
  decideOn(20, 21);
  undo(store, decideOn(21, 30));
  const { deskId } = readDesk(store.reader);
  const decisions = decisionsIn(store);
  const left = copyOf(file);
  store.close();
  flipBits(left, 'Where it is damaged');
  return { file: left, deskId, preferences, decisions };
}

function copyOf(file: string): string {
  const copy = newStoreFile();
  for (const end of ['', '-wal', '-sums']) {
    if (existsSync(file + end)) copyFileSync(file + end, copy + end);
  }
  return copy;
}

function decisionsIn({ reader }: Store) {
  return reader
    .select()
    .from(outbox)
    .orderBy(asc(outbox.number))
    .all()
    .map(({ decision }) => decision);
}

type Damaged = ReturnType<typeof aDamagedStore>;

async function expectSaved(store: Store, { file, deskId, preferences, decisions }: Damaged) {
  await store.verify(never);
  expect(decisionsIn(store)).toEqual(decisions);
  const rows = store.reader.select().from(outbox).all();
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['waiting']));
  expect(new Set(rows.map(({ since }) => since))).toEqual(new Set([noon.toISOString()]));
  const aside = `${basename(file)}.damaged-2026-11-22T12-00-00-000Z`;
  expect(readDesk(store.reader)).toMatchObject({
    deskId,
    preferences,
    workspace: arranged,
    mishap: { kind: 'set_aside', at: noon.toISOString(), file: aside, saved: 21, unreadable: 0 },
  });
  store.close();
  const beside = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
  expect(beside).toContain(aside);
  const others = beside.filter((name) => !name.startsWith(aside));
  expect(others.sort()).toEqual(['', '-lock', '-sums'].map((end) => basename(file) + end));
}

test('the decisions of a damaged store, its desk and its preferences are in the new one, and it is kept', async () => {
  const damaged = aDamagedStore();
  const { file } = damaged;
  const before = ['', '-wal', '-sums'].map((end) => readFileSync(file + end));
  await expectSaved(setAside(file, environment, noon), damaged);
  const aside = join(dirname(file), `${basename(file)}.damaged-2026-11-22T12-00-00-000Z`);
  expect(['', '-wal', '-sums'].map((end) => readFileSync(aside + end))).toEqual(before);
});

test('a decision whose seal does not fit is counted and not sent', () => {
  const { file, decisions } = aDamagedStore();
  const [first] = decisions;
  flipBits(`${file}-wal`, `"${first?.roleId}","action":"appr`);
  const store = setAside(file, environment, noon);
  const saved = decisionsIn(store);
  for (const decision of saved) expect(decisions).toContainEqual(decision);
  expect(readDesk(store.reader).mishap).toMatchObject({ saved: 20, unreadable: 1 });
  store.close();
});

test('nothing of another environment is taken over', () => {
  const { file } = aDamagedStore();
  const store = setAside(file, 'acceptance', noon);
  expect(decisionsIn(store)).toEqual([]);
  expect(readDesk(store.reader)).toMatchObject({
    environment: 'acceptance',
    mishap: { saved: 0, unreadable: 21 },
  });
  store.close();
});

test('an arrangement that does not parse is left behind, the rest of the desk is not', () => {
  const { file, deskId, preferences } = aDamagedStore();
  flipBits(file, '"Organic importers"');
  const store = setAside(file, environment, noon);
  expect(readDesk(store.reader)).toMatchObject({
    ...{ deskId, preferences, workspace: newWorkspace },
    mishap: { saved: 21 },
  });
  store.close();
});

test('a file in which nothing can be read is set aside, too', () => {
  const file = newStoreFile();
  writeFileSync(file, Buffer.alloc(20_000, 7));
  expect(() => openStore(file, { environment })).toThrow('no store');
  const store = setAside(file, environment, noon);
  expect(readDesk(store.reader).mishap).toMatchObject({ saved: 0, unreadable: 0 });
  store.close();
});

/** Files are renamed and removed so often that every state that a crash can leave is among those before each. */
const mostSteps = 40;

test('setting aside that was cut off goes on, wherever that was', async () => {
  const real = await vi.importActual<typeof import('node:fs')>('node:fs');
  let cuts = 0;
  for (let cutAt = 1; cutAt <= mostSteps; cutAt += 1) {
    const damaged = aDamagedStore();
    let steps = 0;
    const cutOff = () => {
      steps += 1;
      if (steps === cutAt) throw new Error('cut off');
    };
    vi.mocked(renameSync).mockImplementation((from, to) => {
      cutOff();
      real.renameSync(from, to);
    });
    vi.mocked(rmSync).mockImplementation((path, options) => {
      cutOff();
      real.rmSync(path, options);
    });
    try {
      setAside(damaged.file, environment, noon).close();
    } catch (error) {
      expect(error).toMatchObject({ message: 'cut off' });
      cuts += 1;
    }
    vi.mocked(renameSync).mockImplementation(real.renameSync);
    vi.mocked(rmSync).mockImplementation(real.rmSync);
    await expectSaved(await openAgain(damaged.file, cutAt === 1 ? noon : later), damaged);
    if (steps < cutAt) break;
  }
  expect(cuts).toBeGreaterThan(10);
  expect(cuts).toBeLessThan(mostSteps);
});

/** As a desk opens a store that may be damaged. */
async function openAgain(file: string, at: Date): Promise<Store> {
  let store: Store | undefined;
  try {
    store = openStore(file, { environment });
    await store.verify(never);
    return store;
  } catch (error) {
    if (!isDamage(error)) throw error;
    store?.close();
    return setAside(file, environment, at);
  }
}
