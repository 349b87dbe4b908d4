import Holidays from 'date-holidays';
import { dueAfter, type WorkingCalendar } from '../shared/domain/workingTime.ts';

/** The service target, in working days (rule 7). */
const serviceWorkingDays = 2;

/** The Commission keeps the calendar of its seat. */
const seatOf: Record<string, string> = { EU: 'BE' };

const fallbackZone = 'Europe/Brussels';
const calendars = new Map<string, WorkingCalendar>();

/**
 * When a request is due (rule 7), by the calendar of the responsible authority's country.
 * @param requestedAt instant, RFC 3339 UTC
 * @returns instant, RFC 3339 UTC with milliseconds
 */
export function dueAtOf(requestedAt: string, country: string): string {
  return dueAfter(requestedAt, serviceWorkingDays, calendarOf(country));
}

/** The working calendar of a country: its capital's zone, weekends and public holidays. */
export function calendarOf(country: string): WorkingCalendar {
  const known = calendars.get(country);
  if (known) return known;
  const holidays = new Holidays(seatOf[country] ?? country);
  const years = new Map<string, Set<string>>();
  const holidaysOf = (year: string): Set<string> => {
    const dates = years.get(year) ?? publicHolidays(holidays, Number(year));
    years.set(year, dates);
    return dates;
  };
  const calendar: WorkingCalendar = {
    timeZone: holidays.getTimezones()?.[0] ?? fallbackZone,
    isWorkingDay: (date) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return weekday !== 0 && weekday !== 6 && !holidaysOf(date.slice(0, 4)).has(date);
    },
  };
  calendars.set(country, calendar);
  return calendar;
}

function publicHolidays(holidays: Holidays, year: number): Set<string> {
  const found = holidays.getHolidays(year) ?? [];
  return new Set(
    found.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10)),
  );
}
