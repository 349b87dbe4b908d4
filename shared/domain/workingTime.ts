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

const dayMs = 24 * 60 * 60 * 1000;

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

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

function civil(instant: Date, timeZone: string): { date: string; hour: number; minute: number } {
  const [date = '', time = ''] = formatOf(timeZone).format(instant).split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { date, hour, minute };
}

/** Making a format takes far longer than using it, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  formats.set(timeZone, format);
  return format;
}

/** The instant of a civil time in a zone: guessed as UTC, then corrected by the zone's offset at the guess. */
function instantOf(date: string, hour: number, minute: number, timeZone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * 60 * 1000;
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    const shown = civil(new Date(guess), timeZone);
    const shownMs =
      Date.parse(`${shown.date}T00:00:00Z`) + (shown.hour * 60 + shown.minute) * 60 * 1000;
    guess += wanted - shownMs;
  }
  return new Date(guess);
}
