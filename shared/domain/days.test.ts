import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civil, nextDate, startOfDay } from './days.ts';

test.each([
  ['2026-11-29T16:00:00.000Z', 0, 'Europe/Brussels', '2026-11-28T23:00:00.000Z'],
  ['2026-11-29T23:30:00.000Z', 0, 'Europe/Brussels', '2026-11-29T23:00:00.000Z'],
  ['2026-11-29T16:00:00.000Z', 1, 'America/Cayenne', '2026-11-30T03:00:00.000Z'],
  // The night in which the clocks go back has 25 hours, that in which they go forward 23.
  ['2026-10-25T10:00:00.000Z', 1, 'Europe/Athens', '2026-10-25T22:00:00.000Z'],
  ['2026-03-29T10:00:00.000Z', 0, 'Europe/Athens', '2026-03-28T22:00:00.000Z'],
  ['2026-03-29T10:00:00.000Z', 1, 'Europe/Athens', '2026-03-29T21:00:00.000Z'],
])('the day of %s and %i later begins in %s at %s', (at, later, timeZone, begins) => {
  expect(startOfDay(new Date(at), later, timeZone).toISOString()).toBe(begins);
});

test('a day begins at its first instant, wherever that is', () => {
  const zones = fc.constantFrom(
    'Europe/Brussels',
    'Europe/Lisbon',
    'Indian/Reunion',
    'Asia/Beirut',
  );
  const instants = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2035-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, fc.nat({ max: 3 }), zones, (at, later, timeZone) => {
      const start = startOfDay(at, later, timeZone);
      let { date } = civil(at, timeZone);
      for (let left = later; left > 0; left -= 1) date = nextDate(date);
      expect(civil(start, timeZone).date).toBe(date);
      expect(civil(new Date(start.getTime() - 60_000), timeZone).date < date).toBe(true);
    }),
  );
});
