import Holidays, { type HolidaysTypes } from 'date-holidays';
import { dueAfter, type WorkingCalendar, type WorkingHours } from '../shared/domain/workingTime.ts';

/** How soon a request is to be decided (rule 7). */
export interface ServiceTarget {
  workingDays: number;
  hours: WorkingHours;
}

/** The target unless it is set otherwise. */
export const usualServiceTarget: ServiceTarget = {
  workingDays: 2,
  hours: { opensAt: 9, closesAt: 17 },
};

/**
 * When a request is due (rule 7), by the calendar of the responsible authority's country.
 * @param requestedAt instant, RFC 3339 UTC
 * @returns instant, RFC 3339 UTC with milliseconds
 */
export type DueAtOf = (requestedAt: string, country: string) => string;

/** How deadlines are found that keep a target. */
export function dueAtBy({ workingDays, hours }: ServiceTarget): DueAtOf {
  return (requestedAt, country) =>
    dueAfter(requestedAt, workingDays, { ...calendarOf(country), ...hours });
}

type CountryCalendar = Pick<WorkingCalendar, 'timeZone' | 'isWorkingDay'>;

/** The Commission keeps the calendar of its seat. */
const seatOf: Record<string, string> = { EU: 'BE' };

/** Capitals that are not in the zone that the holiday library names first. */
const capitalZones: Record<string, string> = { CD: 'Africa/Kinshasa' };

const fallbackZone = 'Europe/Brussels';
const hourMs = 60 * 60 * 1000;
const calendars = new Map<string, CountryCalendar>();

/** The calendar of a country: its capital's zone, its weekend and its national public holidays. */
export function calendarOf(country: string): CountryCalendar {
  const known = calendars.get(country);
  if (known) return known;
  const place = seatOf[country] ?? country;
  const holidays = new Holidays(place);
  const { weekend } = new Intl.Locale(`und-${place}`).getWeekInfo();
  const years = new Map<string, Set<string>>();
  const holidaysOf = (year: string): Set<string> => {
    const dates = years.get(year) ?? publicHolidays(holidays, Number(year));
    years.set(year, dates);
    return dates;
  };
  const calendar: CountryCalendar = {
    timeZone: capitalZones[place] ?? holidays.getTimezones()?.[0] ?? fallbackZone,
    isWorkingDay: (date) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
      return !weekend.includes(weekday) && !holidaysOf(date.slice(0, 4)).has(date);
    },
  };
  calendars.set(country, calendar);
  return calendar;
}

/** The dates of a year without work. A holiday of several days can have begun in the year before. */
function publicHolidays(holidays: Holidays, year: number): Set<string> {
  const found = [year - 1, year].flatMap((each) => holidays.getHolidays(each) ?? []);
  return new Set(found.filter(({ type }) => type === 'public').flatMap(wholeDaysOf));
}

/** An afternoon off leaves a working day; when the clocks go forward a day has an hour less. */
function wholeDaysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const hours = Math.round((end.getTime() - start.getTime()) / hourMs);
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, index) =>
    new Date(first + index * 24 * hourMs).toISOString().slice(0, 10),
  );
}
