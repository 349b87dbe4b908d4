import { expect, test } from 'vitest';
import type { OutboxEntry, OutboxState } from '../../../shared/desk/outbox.ts';
import { batchesOf } from './batches.ts';

const entry = (id: string, batchId: string, state: OutboxState): OutboxEntry => ({
  id,
  batchId,
  roleId: id,
  personName: 'Anna',
  bodyName: 'Noordzee',
  action: 'approve',
  state,
  since: '2026-11-22T12:00:00.000Z',
  decidedAt: '2026-11-23T12:58:00.000Z',
  baseRevision: 1,
  canDecideAnew: false,
});

test('what was decided together stands together, without what waits for a choice', () => {
  const batches = batchesOf([
    entry('1', 'b', 'waiting'),
    entry('2', 'a', 'sent'),
    entry('3', 'b', 'waiting'),
    entry('4', 'b', 'conflict'),
    entry('5', 'c', 'refused'),
  ]);
  expect(batches.map(({ id, entries }) => [id, entries.map((each) => each.id)])).toEqual([
    ['b', ['1', '3']],
    ['a', ['2']],
  ]);
});
