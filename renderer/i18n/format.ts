import { displayName, localeOf, type Reading } from '../../shared/desk/reading.ts';

export { countryName, localeOf } from '../../shared/desk/reading.ts';

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const groupSpace = '\u202f';

/** A number with a narrow space between thousands, as the Union's style guide has it in every language. */
export function formatNumber(value: number, language: string): string {
  let format = numberFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { useGrouping: 'always' });
    numberFormats.set(language, format);
  }
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? groupSpace : part.value))
    .join('');
}

/** The time of day, `13:58`. */
export function formatTime(at: string, reading: Reading): string {
  return dateFormat(reading, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(at),
  );
}

/** Day and month, and the year where it is not this one: `25 Nov`, `3 Jan 2025`. */
export function formatDate(at: string, nowMs: number, reading: Reading): string {
  const instant = Date.parse(at);
  const sameYear =
    civilDate(instant, reading.timeZone).slice(0, 4) ===
    civilDate(nowMs, reading.timeZone).slice(0, 4);
  return dateFormat(reading, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** Weekday and date: `Wed 25 Nov`. */
export function formatDay(at: string, nowMs: number, reading: Reading): string {
  const weekday = dateFormat(reading, { weekday: 'short' }).format(Date.parse(at));
  return `${weekday} ${formatDate(at, nowMs, reading)}`;
}

/** The time alone where it was today, else date and time: `13:58`, `19 Nov 16:52`. */
export function formatMoment(at: string, nowMs: number, reading: Reading): string {
  const time = formatTime(at, reading);
  const isToday =
    civilDate(Date.parse(at), reading.timeZone) === civilDate(nowMs, reading.timeZone);
  return isToday ? time : `${formatDate(at, nowMs, reading)} ${time}`;
}

/** The name of a language by its BCP 47 tag, or the tag. */
export function languageName(tag: string, language: string): string {
  return displayName(tag, language, 'language');
}

/** Items as one speaks them: `a, b and c`. */
export function formatList(items: readonly string[], language: string): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
}

/** A text as it stands at the start of a line. */
export function capitalised(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** The civil date `YYYY-MM-DD` of an instant in a zone. */
export function civilDate(instantMs: number, timeZone: string): string {
  return dateFormat(
    { language: 'sv', timeZone },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
  ).format(instantMs);
}

function dateFormat(
  { language, timeZone }: Reading,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.keys(options).join()}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone });
    dateFormats.set(key, format);
  }
  return format;
}
