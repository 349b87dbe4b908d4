import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAfter, type WorkingCalendar } from './workingTime.ts';

/** Monday to Friday, but for these dates, from 9 to 17 h. */
function calendarOf(timeZone: string, ...holidays: string[]): WorkingCalendar {
  return {
    ...{ timeZone, opensAt: 9, closesAt: 17 },
    isWorkingDay: (date) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return weekday !== 0 && weekday !== 6 && !holidays.includes(date);
    },
  };
}

const brussels = calendarOf('Europe/Brussels');

test.each([
  ['a morning', '2026-01-13T09:30:00.000Z', '2026-01-15T09:30:00.000Z'],
  ['over a weekend', '2026-01-15T09:30:00.000Z', '2026-01-19T09:30:00.000Z'],
  ['before work: from the opening', '2026-01-13T03:00:00.000Z', '2026-01-15T08:00:00.000Z'],
  ['after work: from the next opening', '2026-01-13T16:00:00.000Z', '2026-01-16T08:00:00.000Z'],
  ['just before closing', '2026-01-13T15:59:00.000Z', '2026-01-15T15:59:00.000Z'],
  ['on a Saturday: from Monday', '2026-01-17T12:00:00.000Z', '2026-01-21T08:00:00.000Z'],
  ['on a Friday night', '2026-01-16T20:00:00.000Z', '2026-01-21T08:00:00.000Z'],
  ['in summer time', '2026-07-14T07:00:00.000Z', '2026-07-16T07:00:00.000Z'],
  ['over the change to summer time', '2026-03-27T08:30:00.000Z', '2026-03-31T07:30:00.000Z'],
  ['over the change to winter time', '2026-10-23T07:30:00.000Z', '2026-10-27T08:30:00.000Z'],
])('rule 7: %s', (_when, requestedAt, dueAt) => {
  expect(dueAfter(requestedAt, 2, brussels)).toBe(dueAt);
});

test('rule 7: holidays do not count, also when the request comes on one', () => {
  const may = calendarOf('Europe/Brussels', '2026-05-01', '2026-05-14');
  expect(dueAfter('2026-04-30T08:00:00.000Z', 2, may)).toBe('2026-05-05T08:00:00.000Z');
  expect(dueAfter('2026-05-01T12:00:00.000Z', 2, may)).toBe('2026-05-06T07:00:00.000Z');
});

test('rule 7: the working day is another where it is set so', () => {
  const early = { ...brussels, opensAt: 7, closesAt: 15 };
  expect(dueAfter('2026-01-13T05:30:00.000Z', 2, early)).toBe('2026-01-15T06:00:00.000Z');
  expect(dueAfter('2026-01-13T14:30:00.000Z', 2, early)).toBe('2026-01-16T06:00:00.000Z');
  const always = { ...brussels, opensAt: 0, closesAt: 24 };
  expect(dueAfter('2026-01-13T22:45:00.000Z', 2, always)).toBe('2026-01-15T22:45:00.000Z');
});

test('rule 7: the zone is that of the country, not of the reader', () => {
  const requestedAt = '2026-01-13T06:30:00.000Z';
  expect(dueAfter(requestedAt, 2, calendarOf('Europe/Athens'))).toBe('2026-01-15T07:00:00.000Z');
  expect(dueAfter(requestedAt, 2, calendarOf('Asia/Yerevan'))).toBe('2026-01-15T06:30:00.000Z');
  expect(dueAfter(requestedAt, 2, calendarOf('Atlantic/Azores'))).toBe('2026-01-15T10:00:00.000Z');
});

const zones = ['Europe/Brussels', 'Europe/Lisbon', 'Europe/Athens', 'Asia/Yerevan', 'UTC'];
const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const days = fc.nat(10);

function localTime(instant: string, timeZone: string) {
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
  })
    .format(new Date(instant))
    .split(' ');
  return { date, time };
}

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 2 })
  .map(([one = 0, two = 24]) => ({ opensAt: Math.min(one, two), closesAt: Math.max(one, two) }));
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

test('rule 7: due on a working day within hours, after the request, after exactly that many working days', () => {
  fc.assert(
    fc.property(instants, days, fc.constantFrom(...zones), hours, (asked, count, zone, open) => {
      const calendar = { ...calendarOf(zone, '2026-12-25', '2027-01-01'), ...open };
      const dueAt = dueAfter(asked, count, calendar);
      const due = localTime(dueAt, zone);
      expect(calendar.isWorkingDay(due.date)).toBe(true);
      expect(due.time >= clock(open.opensAt) && due.time < clock(open.closesAt)).toBe(true);
      expect(Date.parse(dueAt)).toBeGreaterThan(Date.parse(asked) - 60_000);

      const filed = localTime(asked, zone);
      let workingDays = 0;
      let date = filed.date;
      while (date < due.date) {
        date = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        if (calendar.isWorkingDay(date)) workingDays += 1;
      }
      const isClosed = filed.time >= clock(open.closesAt);
      const countsFromLater = isClosed || !calendar.isWorkingDay(filed.date);
      expect(workingDays).toBe(countsFromLater ? count + 1 : count);
    }),
  );
});

test('rule 7: who asks later is not due earlier', () => {
  fc.assert(
    fc.property(instants, instants, fc.constantFrom(...zones), hours, (one, two, zone, open) => {
      const [earlier = one, later = two] = [one, two].sort();
      const calendar = { ...calendarOf(zone), ...open };
      expect(dueAfter(later, 2, calendar) >= dueAfter(earlier, 2, calendar)).toBe(true);
    }),
  );
});
