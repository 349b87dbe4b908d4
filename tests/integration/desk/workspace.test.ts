import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { noFilter } from '../../../shared/desk/queues.ts';
import { newWorkspace, type SavedView } from '../../../shared/desk/workspace.ts';
import { colleaguesAt } from '../../fixtures/registry.ts';
import { aDesk, approvable, approve, aRegistry, aSyncedDesk, rowsOf } from './desks.ts';

const aView = (given: Partial<SavedView> = {}): SavedView => ({
  id: randomUUID(),
  name: 'Operators',
  queue: 'requested',
  filter: { ...noFilter, types: ['operator'] },
  sort: { column: 'due', direction: 'ascending' },
  ...given,
});

test('an arrangement is kept part by part, outlives the service, and another person has another one', async () => {
  const registry = await aRegistry();
  const [username, colleague] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username });
  expect(await desk.call('workspace:get', undefined)).toEqual(newWorkspace);
  const view = aView();
  const { id: _, name: __, ...last } = aView({ queue: 'valid' });
  const told = desk.untilTold();
  await desk.call('workspace:save', { views: [view], defaultViewId: view.id });
  await told;
  await desk.call('workspace:save', { last, columnWidths: { person: 240 } });
  const arranged = {
    ...{ views: [view], defaultViewId: view.id, templates: [] },
    ...{ last, columnWidths: { person: 240 } },
  };
  expect(await desk.call('workspace:get', undefined)).toEqual(arranged);
  const { file } = desk;
  await desk.kill();

  const again = await aDesk({ registry, username, file });
  expect(await again.call('workspace:get', undefined)).toEqual(arranged);
  await again.call('workspace:save', { defaultViewId: null });
  const { defaultViewId: ___, ...without } = arranged;
  expect(await again.call('workspace:get', undefined)).toEqual(without);
  const other = await aDesk({ registry, username: colleague });
  expect(await other.call('workspace:get', undefined)).toEqual(newWorkspace);
});

test.each([
  ['a name of spaces', { views: [aView({ name: '  ' })] }, 'views.0.name'],
  ['a width of nothing', { columnWidths: { person: 1 } }, 'columnWidths.person'],
])('%s is not kept', async (_, change, path) => {
  const registry = await aRegistry({ seed: 1 });
  const [username] = await colleaguesAt(registry);
  const desk = await aDesk({ registry, username });
  expect(await desk.answer('workspace:save', change)).toEqual({
    ...{ ok: false, error: { code: 'invalid_input', path } },
  });
  expect(await desk.call('workspace:get', undefined)).toEqual(newWorkspace);
});

test('views are counted in one call, and their counts follow a decision', async () => {
  const registry = await aRegistry();
  const [username] = await colleaguesAt(registry);
  const desk = await aSyncedDesk({ registry, username, holdMs: 600_000 });
  const [row] = await approvable(desk, 1);
  const ofType = aView({ filter: { ...noFilter, types: [row!.type] } });
  const nobody = aView({ filter: { ...noFilter, text: 'no such person' } });
  await desk.call('workspace:save', { views: [ofType, nobody] });
  const before = (await rowsOf(desk, { filter: ofType.filter })).length;
  expect(await desk.call('queues:viewCounts', {})).toEqual({ [ofType.id]: before, [nobody.id]: 0 });
  const asked = { queue: 'requested', filter: noFilter, facet: 'types', text: '' } as const;
  const types = await desk.call('queues:facet', asked);
  expect(types).toContainEqual({ id: row!.type, count: before });
  await approve(desk, [row!]);
  expect(await desk.call('queues:viewCounts', {})).toMatchObject({ [ofType.id]: before - 1 });
});
