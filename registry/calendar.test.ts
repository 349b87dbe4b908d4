import { expect, test } from 'vitest';
import { calendarOf, dueAtOf } from './calendar.ts';

test.each([
  ['BE', 'over Christmas', '2026-12-24T10:00:00.000Z', '2026-12-29T10:00:00.000Z'],
  [
    'BE',
    'over the national day, a Tuesday',
    '2026-07-20T07:00:00.000Z',
    '2026-07-23T07:00:00.000Z',
  ],
  ['FR', 'without the Belgian day', '2026-07-20T07:00:00.000Z', '2026-07-22T07:00:00.000Z'],
  ['GR', 'in the east', '2026-01-13T14:30:00.000Z', '2026-01-15T14:30:00.000Z'],
  ['GR', 'after closing in the east', '2026-01-13T15:30:00.000Z', '2026-01-16T07:00:00.000Z'],
  ['PT', 'still open in the west', '2026-01-13T16:30:00.000Z', '2026-01-15T16:30:00.000Z'],
])('rule 7: %s, %s', (country, _when, requestedAt, dueAt) => {
  expect(dueAtOf(requestedAt, country)).toBe(dueAt);
});

test('the Commission keeps the calendar of Brussels', () => {
  expect(calendarOf('EU').timeZone).toBe('Europe/Brussels');
  expect(calendarOf('EU').isWorkingDay('2026-07-21')).toBe(false);
});

test('a country whose holidays are not known has weekends at least', () => {
  const unknown = calendarOf('XX');
  expect(unknown.timeZone).toBe('Europe/Brussels');
  expect(unknown.isWorkingDay('2026-01-17')).toBe(false);
  expect(unknown.isWorkingDay('2026-01-19')).toBe(true);
});
