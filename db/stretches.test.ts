import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LookBack } from '../shared/desk/overview.ts';
import { civil } from '../shared/domain/days.ts';
import { countReached, stretchesUpTo } from './stretches.ts';
import { storeWith } from './world.fixture.ts';

const zones = ['Europe/Brussels', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia'];

test('days and weeks join without a gap, begin at midnight and hold the moment in the last', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.constantFrom<LookBack>(30, 90, 365),
      fc.constantFrom(...zones),
      (at, lookBack, zone) => {
        const stretches = stretchesUpTo(at, lookBack, zone);
        for (const [number, { from, to }] of stretches.entries()) {
          expect(civil(new Date(from), zone)).toMatchObject({ hour: 0, minute: 0 });
          expect(to).toBe(stretches[number + 1]?.from ?? to);
          expect(from < to).toBe(true);
        }
        const last = stretches.at(-1)!;
        expect(last.from <= at.toISOString() && at.toISOString() < last.to).toBe(true);
        expect(stretches).toHaveLength(lookBack === 365 ? 53 : lookBack);
      },
    ),
  );
});

test('the hour that a zone gains or loses belongs to its day', () => {
  const stretches = stretchesUpTo(new Date('2026-10-26T12:00:00Z'), 30, 'Europe/Brussels');
  expect(stretches.at(-2)).toEqual({
    from: '2026-10-24T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
});

test('a week begins on Monday', () => {
  const last = stretchesUpTo(new Date('2026-11-22T12:00:00Z'), 365, 'UTC').at(-1);
  expect(last).toEqual({ from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' });
});

test('moments reached are counted as by hand', () => {
  const { reader } = storeWith([], [], []);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { maxLength: 40 }),
      fc.integer({ min: 10, max: 99 }),
      (drawn, time) => {
        const moments = drawn.sort().map(String);
        const found = reader.get<{ n: number }>(
          sql`SELECT ${countReached(sql`${String(time)}`, moments)} AS n`,
        );
        expect(found.n).toBe(drawn.filter((moment) => moment <= time).length);
      },
    ),
  );
});
