import { civil, instantOf, nextDate } from './days.ts';

/** The working day: from one whole hour to a later one, 0 to 24. */
export interface WorkingHours {
  opensAt: number;
  closesAt: number;
}

/** The working day and calendar of the authority that is to decide (rule 7). */
export interface WorkingCalendar extends WorkingHours {
  /** IANA zone of the authority's country. */
  timeZone: string;
  /** Whether people work on a civil date `YYYY-MM-DD` of that zone: weekends and holidays are false. */
  isWorkingDay: (date: string) => boolean;
}

/**
 * When a request is due: its moment moved by a number of working days, at the same time of day, inside working hours
 * (rule 7). A request outside working hours counts from the next opening.
 * @param requestedAt instant, RFC 3339 UTC
 * @returns instant, RFC 3339 UTC with milliseconds
 */
export function dueAfter(
  requestedAt: string,
  workingDays: number,
  calendar: WorkingCalendar,
): string {
  const { opensAt, closesAt } = calendar;
  let { date, hour, minute } = civil(new Date(requestedAt), calendar.timeZone);
  if (hour >= closesAt) {
    date = nextDate(date);
    [hour, minute] = [opensAt, 0];
  } else if (hour < opensAt || !calendar.isWorkingDay(date)) {
    [hour, minute] = [opensAt, 0];
  }
  date = workingDateFrom(date, calendar);
  for (let left = workingDays; left > 0; left -= 1)
    date = workingDateFrom(nextDate(date), calendar);
  return instantOf(date, hour, minute, calendar.timeZone).toISOString();
}

function workingDateFrom(date: string, { isWorkingDay }: WorkingCalendar): string {
  let day = date;
  while (!isWorkingDay(day)) day = nextDate(day);
  return day;
}
