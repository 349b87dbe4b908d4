import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOf } from './due.ts';
import { civilDate } from './format.ts';

const brussels = 'Europe/Brussels';
// 13:58 in Brussels, a Monday.
const now = Date.parse('2026-11-23T12:58:00.000Z');

test.each([
  ['2026-11-23T12:58:00.000Z', { kind: 'overdue', unit: 'minutes', count: 1 }],
  ['2026-11-23T12:18:00.000Z', { kind: 'overdue', unit: 'minutes', count: 40 }],
  ['2026-11-23T07:30:00.000Z', { kind: 'overdue', unit: 'hours', count: 5 }],
  ['2026-11-22T10:00:00.000Z', { kind: 'overdue', unit: 'days', count: 1 }],
  ['2026-11-20T12:58:00.000Z', { kind: 'overdue', unit: 'days', count: 3 }],
  ['2026-11-23T13:20:00.000Z', { kind: 'today', unit: 'minutes', count: 22 }],
  ['2026-11-23T14:57:00.000Z', { kind: 'today', unit: 'hours', count: 1 }],
  ['2026-11-23T22:59:00.000Z', { kind: 'today', unit: 'hours', count: 10 }],
  ['2026-11-23T23:01:00.000Z', { kind: 'tomorrow' }],
  ['2026-11-24T22:59:00.000Z', { kind: 'tomorrow' }],
  ['2026-11-24T23:01:00.000Z', { kind: 'later' }],
])('a deadline at %s stands as %o', (dueAt, due) => {
  expect(dueOf(dueAt, now, brussels)).toEqual(due);
});

test('tomorrow is the reader’s tomorrow', () => {
  const dueAt = '2026-11-24T01:00:00.000Z';
  expect(dueOf(dueAt, now, brussels)).toEqual({ kind: 'tomorrow' });
  expect(dueOf(dueAt, now, 'America/New_York')).toMatchObject({ kind: 'today' });
  expect(dueOf(dueAt, now, 'Pacific/Kiritimati')).toMatchObject({ kind: 'today' });
});

test('the day after the clocks change is tomorrow too', () => {
  const eve = Date.parse('2026-10-24T22:30:00.000Z');
  expect(dueOf('2026-10-26T22:30:00.000Z', eve, brussels)).toEqual({ kind: 'tomorrow' });
});

const instant = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2035-01-01'),
  noInvalidDate: true,
});
const zone = fc.constantFrom(brussels, 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu', 'UTC');

test('what is said never promises more time than there is, nor hides a delay', () => {
  fc.assert(
    fc.property(instant, instant, zone, (due, at, timeZone) => {
      const said = dueOf(due.toISOString(), at.getTime(), timeZone);
      const left = due.getTime() - at.getTime();
      expect(said.kind === 'overdue').toBe(left <= 0);
      if (said.kind === 'overdue' || said.kind === 'today') {
        const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 }[said.unit];
        expect(said.count).toBeGreaterThanOrEqual(1);
        if (Math.abs(left) >= 60_000) {
          expect(said.count * unitMs).toBeLessThanOrEqual(Math.abs(left));
          expect((said.count + 1) * unitMs).toBeGreaterThan(Math.abs(left));
        }
      }
      if (said.kind === 'today') {
        expect(civilDate(due.getTime(), timeZone)).toBe(civilDate(at.getTime(), timeZone));
      }
    }),
  );
});

test('time passing only makes it more urgent', () => {
  const order = ['later', 'tomorrow', 'today', 'overdue'];
  fc.assert(
    fc.property(instant, fc.nat(400_000_000), fc.nat(400_000_000), zone, (due, a, b, timeZone) => {
      const [later, earlier] = [Math.min(a, b), Math.max(a, b)];
      const urgency = (before: number) =>
        order.indexOf(dueOf(due.toISOString(), due.getTime() - before, timeZone).kind);
      expect(urgency(earlier)).toBeLessThanOrEqual(urgency(later));
    }),
  );
});
