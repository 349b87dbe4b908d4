import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noFilter } from '../../../shared/desk/queues.ts';
import { colleaguesAt, type TestRegistry } from '../../fixtures/registry.ts';
import type { forkService, TestService } from '../../fixtures/service.ts';
import { aSmallDisk, whyNoSmallDisk } from '../../fixtures/smallDisk.ts';
import { approvable, approve, aRegistry, aSyncedDesk, rowsOf } from './desks.ts';
import { ended, order, rowsIn } from './exportOrder.ts';

const view = {
  what: 'view',
  queue: 'requested',
  filter: noFilter,
  sort: { column: 'person', direction: 'ascending' },
} as const;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roledesk-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function aDeskWith(seed: number, service?: ReturnType<typeof forkService>) {
  const registry: TestRegistry = await aRegistry({ seed });
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username, ...(service ? { process: service } : {}) });
  return { registry, username, desk };
}

test('a view and the decision log are written whole, in the language of the interface', async () => {
  const { desk } = await aDeskWith(120);
  const folder = aFolder();
  const file = join(folder, 'Ansicht.csv');
  order(desk, view, file, 'de');
  const shown = await rowsOf(desk, { sort: view.sort });
  expect(await ended(desk)).toEqual({ state: 'written', rows: shown.length });
  const rows = rowsIn(file);
  expect(rows.map(({ role_id }) => role_id)).toEqual(shown.map(({ id }) => id));
  expect(rows.map(({ Person }) => Person)).toEqual(shown.map(({ personName }) => personName));
  expect(new Set(rows.map(({ Status }) => Status))).toEqual(new Set(['beantragt']));
  expect(rows.map(({ due_at }) => due_at)).toEqual(shown.map(({ dueAt }) => dueAt));
  expect(rows.every((row) => /^\d\d\.\d\d\.\d{4} \d\d:\d\d$/.test(row.Fällig ?? ''))).toBe(true);

  const decided = await approvable(desk, 2);
  await approve(desk, decided);
  await desk.untilSynced();
  const log = join(folder, 'log.csv');
  order(desk, { what: 'log' }, log);
  await ended(desk);
  const own = rowsIn(log).filter((row) => row.desk_id !== '');
  expect(own.map((row) => row.role_id).sort()).toEqual(decided.map(({ id }) => id).sort());
  expect(own[0]).toMatchObject({
    ...{ Decision: 'Approved', action: 'approve', state: 'recorded', base_revision: '1' },
    ...{ 'At the registry': 'recorded' },
  });
  const { filter, sort } = view;
  const page = { queue: 'decided', filter, sort, offset: 0, limit: 1 } as const;
  const { total } = await desk.call('roles:page', page);
  expect(rowsIn(log)).toHaveLength(total);
  expect(readdirSync(folder).sort()).toEqual(['Ansicht.csv', 'log.csv']);
});

test('of 10,000 rows every one is there once; one that is stopped in the middle leaves nothing', async () => {
  const { desk } = await aDeskWith(10_000);
  const folder = aFolder();
  const { valid, requested, suspended } = await desk.call('queues:counts', {});
  const counts = { requested, valid, suspended };
  const [queue] = (['requested', 'valid', 'suspended'] as const).toSorted(
    (a, b) => counts[b] - counts[a],
  );
  const most = { ...view, queue: queue ?? 'requested' };
  order(desk, most, join(folder, 'all.csv'));
  expect(await ended(desk)).toEqual({ state: 'written', rows: counts[most.queue] });
  const ids = rowsIn(join(folder, 'all.csv')).map(({ role_id }) => role_id);
  expect(new Set(ids).size).toBe(counts[most.queue]);

  const id = order(desk, most, join(folder, 'stopped.csv'));
  await untilWriting(desk);
  desk.send({ kind: 'stop_export', id });
  expect(await ended(desk)).toEqual({ state: 'stopped' });
  expect(readdirSync(folder)).toEqual(['all.csv']);

  order(desk, most, join(folder, 'closing.csv'));
  await untilWriting(desk);
  await desk.close();
  expect(readdirSync(folder)).toEqual(['all.csv']);
}, 120_000);

test('a list of the window is written as it is, but for formulas', async () => {
  const { desk } = await aDeskWith(10);
  const file = join(aFolder(), 'list.csv');
  const rows = [
    ['=cmd()', 'a,b'],
    ['', 'line\nline'],
  ];
  order(desk, { what: 'list', name: 'Outcome', head: ['one', 'two'], rows }, file);
  expect(await ended(desk)).toEqual({ state: 'written', rows: 2 });
  expect(rowsIn(file)).toEqual([
    { one: "'=cmd()", two: 'a,b' },
    { one: '', two: 'line\nline' },
  ]);
});

test('where nothing can be written it says so', async () => {
  const { desk } = await aDeskWith(10);
  const folder = aFolder();
  order(desk, view, join(folder, 'no such folder', 'a.csv'));
  expect(await ended(desk)).toEqual({ state: 'failed', why: 'not_writable' });
  mkdirSync(join(folder, 'a folder.csv'));
  writeFileSync(join(folder, 'a folder.csv', 'full'), '');
  order(desk, view, join(folder, 'a folder.csv'));
  expect(await ended(desk)).toMatchObject({ state: 'failed', why: 'not_writable' });
  expect(readdirSync(folder)).toEqual(['a folder.csv']);
});

const whyNot = whyNoSmallDisk();

test.skipIf(whyNot !== undefined)('on a full disk it says so, and leaves nothing', async () => {
  const disk = await aSmallDisk('1m');
  onTestFinished(() => disk.unmount());
  const { desk } = await aDeskWith(120, disk.fork('electron/service.ts'));
  disk.fill();
  order(desk, view, join(disk.folder, 'a.csv'));
  expect(await ended(desk)).toEqual({ state: 'failed', why: 'disk_full' });
  disk.clear();
  expect(readdirSync(disk.outside)).toEqual([]);
  order(desk, view, join(disk.folder, 'a.csv'));
  expect(await ended(desk)).toMatchObject({ state: 'written' });
});

/** Waits until rows of the export that was ordered last are written. */
async function untilWriting(desk: TestService): Promise<void> {
  while (desk.exportNews.length === 0) await desk.untilTold();
}
