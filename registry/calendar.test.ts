import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, dueAtBy, usualServiceTarget } from './calendar.ts';

const dueAtOf = dueAtBy(usualServiceTarget);

test.each([
  ['BE', 'over Christmas', '2026-12-24T10:00:00.000Z', '2026-12-29T10:00:00.000Z'],
  [
    ...['BE', 'over the national day, a Tuesday'],
    ...['2026-07-20T07:00:00.000Z', '2026-07-23T07:00:00.000Z'],
  ],
  ['FR', 'without the Belgian day', '2026-07-20T07:00:00.000Z', '2026-07-22T07:00:00.000Z'],
  ['FR', 'over the national day', '2026-07-13T08:00:00.000Z', '2026-07-16T08:00:00.000Z'],
  ['DE', 'over Unity Day', '2025-10-02T08:00:00.000Z', '2025-10-07T08:00:00.000Z'],
  ['IT', 'over mid-August', '2025-08-14T08:00:00.000Z', '2025-08-19T08:00:00.000Z'],
  [
    'PL',
    'the evening before a long May holiday',
    '2024-04-30T16:00:00.000Z',
    '2024-05-07T07:00:00.000Z',
  ],
  ['BE', 'the evening before Easter', '2026-04-03T16:00:00.000Z', '2026-04-09T07:00:00.000Z'],
  ['RO', 'over a New Year of two days', '2025-12-31T08:00:00.000Z', '2026-01-08T08:00:00.000Z'],
  ['AM', 'over a New Year of five days', '2026-12-30T06:00:00.000Z', '2027-01-08T06:00:00.000Z'],
  ['BE', 'over the change to summer time', '2026-03-27T08:30:00.000Z', '2026-03-31T07:30:00.000Z'],
  ['IE', 'over the change to winter time', '2026-10-23T08:30:00.000Z', '2026-10-28T09:30:00.000Z'],
  ['GR', 'in the east', '2026-01-13T14:30:00.000Z', '2026-01-15T14:30:00.000Z'],
  ['GR', 'after closing in the east', '2026-01-13T15:30:00.000Z', '2026-01-16T07:00:00.000Z'],
  ['PT', 'still open in the west', '2026-01-13T16:30:00.000Z', '2026-01-15T16:30:00.000Z'],
  ['EG', 'over its own weekend', '2026-02-04T10:00:00.000Z', '2026-02-08T10:00:00.000Z'],
])('rule 7: %s, %s', (country, _when, requestedAt, dueAt) => {
  expect(dueAtOf(requestedAt, country)).toBe(dueAt);
});

test('rule 7: the target is a setting', () => {
  const dueAtSoon = dueAtBy({ workingDays: 1, hours: { opensAt: 7, closesAt: 15 } });
  expect(dueAtSoon('2026-01-13T09:00:00.000Z', 'BE')).toBe('2026-01-14T09:00:00.000Z');
  expect(dueAtSoon('2026-01-13T15:00:00.000Z', 'BE')).toBe('2026-01-15T06:00:00.000Z');
});

test.each([
  ['ES', 'Europe/Madrid'],
  ['PT', 'Europe/Lisbon'],
  ['BR', 'America/Sao_Paulo'],
  ['US', 'America/New_York'],
  ['RU', 'Europe/Moscow'],
  ['CD', 'Africa/Kinshasa'],
])('of the zones of %s it keeps that of the capital', (country, timeZone) => {
  expect(calendarOf(country).timeZone).toBe(timeZone);
});

test('the Commission keeps the calendar of Brussels', () => {
  expect(calendarOf('EU').timeZone).toBe('Europe/Brussels');
  expect(calendarOf('EU').isWorkingDay('2026-07-21')).toBe(false);
  expect(calendarOf('EU').isWorkingDay('2026-01-17')).toBe(false);
});

test('a country whose holidays are not known has weekends at least', () => {
  const unknown = calendarOf('XX');
  expect(unknown.timeZone).toBe('Europe/Brussels');
  expect(unknown.isWorkingDay('2026-01-17')).toBe(false);
  expect(unknown.isWorkingDay('2026-01-19')).toBe(true);
});

test('an afternoon off leaves a working day', () => {
  expect(calendarOf('IS').isWorkingDay('2026-12-24')).toBe(true);
  expect(calendarOf('IS').isWorkingDay('2026-12-25')).toBe(false);
});

const countries = fc.constantFrom('BE', 'FR', 'RO', 'PL', 'GR', 'IE', 'PT', 'AM', 'EG', 'EU');
const instants = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('rule 7: due on a working day in no country earlier than asked, nor before what was asked earlier', () => {
  fc.assert(
    fc.property(countries, instants, instants, (country, one, two) => {
      const [earlier = one, later = two] = [one, two].sort();
      const { timeZone, isWorkingDay } = calendarOf(country);
      const dueAt = dueAtOf(later, country);
      const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(dueAt));
      expect(isWorkingDay(date)).toBe(true);
      expect(dueAt > later).toBe(true);
      expect(dueAtOf(earlier, country) <= dueAt).toBe(true);
    }),
  );
});
