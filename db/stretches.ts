import { type SQL, sql } from 'drizzle-orm';
import type { LookBack, Stretch } from '../shared/desk/overview.ts';
import { civil, startOfDay, weekdayOf } from '../shared/domain/days.ts';

/** Into what an overview cuts the time that it looks back on. */
export function unitOf(lookBack: LookBack): 'day' | 'week' {
  return lookBack === 365 ? 'week' : 'day';
}

/** The days up to the one of `at`, or the weeks from Monday on up to its own, in a zone (IANA); the oldest first. */
export function stretchesUpTo(at: Date, lookBack: LookBack, timeZone: string): Stretch[] {
  const isDaily = unitOf(lookBack) === 'day';
  const length = isDaily ? 1 : 7;
  const count = isDaily ? lookBack : Math.ceil(lookBack / length);
  const intoThis = isDaily ? 0 : weekdayOf(civil(at, timeZone).date);
  const start = (number: number) =>
    startOfDay(at, (number - count + 1) * length - intoThis, timeZone).toISOString();
  return Array.from({ length: count }, (_, number) => ({
    from: start(number),
    to: start(number + 1),
  }));
}

/** How many of these moments, given in order, are not after a time: by halves, as a person looks a word up. */
export function countReached(time: SQL, moments: readonly string[], before = 0): SQL<number> {
  if (moments.length === 0) return sql.raw(String(before)) as SQL<number>;
  const middle = Math.floor(moments.length / 2);
  const [earlier, later] = [moments.slice(0, middle), moments.slice(middle + 1)];
  return sql<number>`CASE WHEN ${time} < ${moments[middle]}
    THEN ${countReached(time, earlier, before)}
    ELSE ${countReached(time, later, before + middle + 1)} END`;
}
