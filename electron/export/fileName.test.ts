import { expect, test } from 'vitest';
import { noFilter } from '../../shared/desk/queues.ts';
import { loadTexts } from '../texts.ts';
import { fileName } from './fileName.ts';

const noon = new Date(2026, 10, 5, 12);
const view = {
  what: 'view',
  queue: 'requested',
  filter: noFilter,
  sort: { column: 'due', direction: 'ascending' },
} as const;

test('a file is called by environment, queue and date, in the language of the interface', async () => {
  expect(fileName(view, 'training', await loadTexts('en'), noon)).toBe(
    'Roledesk-Training-Requested-2026-11-05.csv',
  );
  expect(fileName({ what: 'log' }, 'production', await loadTexts('de'), noon)).toBe(
    'Roledesk-Produktion-Entscheidungsprotokoll-2026-11-05.csv',
  );
});

test('the name of a list names no folder', async () => {
  const list = {
    what: 'list',
    name: '../../etc/Ausgang: 3 „Anträge“',
    head: ['a'],
    rows: [],
  } as const;
  expect(
    fileName({ ...list, head: [...list.head], rows: [] }, 'training', await loadTexts('en'), noon),
  ).toBe('Roledesk-Training-etc-Ausgang-3-Anträge-2026-11-05.csv');
});
