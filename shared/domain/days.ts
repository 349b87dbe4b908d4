const dayMs = 24 * 60 * 60 * 1000;

/** The civil date so many days after one, or before where `days` is negative; `YYYY-MM-DD` both. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The civil date after one, `YYYY-MM-DD` both. */
export function nextDate(date: string): string {
  return daysAfter(date, 1);
}

/** Which day of the week a civil date is, 0 for Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The civil date `YYYY-MM-DD` and the time of day of an instant in a zone (IANA). */
export function civil(
  instant: Date,
  timeZone: string,
): { date: string; hour: number; minute: number } {
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
export function instantOf(date: string, hour: number, minute: number, timeZone: string): Date {
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

/** The first instant of a day in a zone (IANA): of the day of `at`, or as many days later as `later` says, which may be negative. */
export function startOfDay(at: Date, later: number, timeZone: string): Date {
  return instantOf(daysAfter(civil(at, timeZone).date, later), 0, 0, timeZone);
}
