/** How a person reads dates and times: interface language (BCP 47) and IANA time zone. */
export interface Reading {
  language: string;
  timeZone: string;
}

/** The locale of an interface language for Intl: English the European way, day before month and 24 hours. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** The name of a country by its ISO 3166-1 code, or the code. */
export function countryName(code: string, language: string): string {
  return displayName(code, language, 'region');
}

const names = new Map<string, Intl.DisplayNames>();

/** The name of what a code of this type stands for, or the code. */
export function displayName(code: string, language: string, type: 'region' | 'language'): string {
  const key = `${language} ${type}`;
  let format = names.get(key);
  if (!format) {
    format = new Intl.DisplayNames(localeOf(language), { type });
    names.set(key, format);
  }
  try {
    return format.of(code) ?? code;
  } catch {
    return code;
  }
}

const moments = new Map<string, [Intl.DateTimeFormat, Intl.DateTimeFormat]>();

/** Date and time in full, for what is read later and elsewhere: `25/11/2026 14:05`. */
export function fullMoment(at: string, reading: Reading): string {
  const instant = Date.parse(at);
  return momentFormats(reading)
    .map((format) => format.format(instant))
    .join(' ');
}

function momentFormats({ language, timeZone }: Reading) {
  const key = `${language} ${timeZone}`;
  const known = moments.get(key);
  if (known) return known;
  const locale = localeOf(language);
  const made: [Intl.DateTimeFormat, Intl.DateTimeFormat] = [
    new Intl.DateTimeFormat(locale, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone,
    }),
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
  ];
  moments.set(key, made);
  return made;
}
