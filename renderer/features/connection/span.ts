import { formatList, localeOf } from '../../i18n/format.ts';

const minuteMs = 60_000;
const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

/** A length of time in its two largest units, rounded: `1 day and 2 hours`, `5 minutes`. */
export function formatSpan(ms: number, language: string): string {
  const minutes = Math.round(Math.abs(ms) / minuteMs);
  const shown = minutes < dayMinutes ? minutes : Math.round(minutes / hourMinutes) * hourMinutes;
  const parts = [
    { unit: 'day', count: Math.floor(shown / dayMinutes) },
    { unit: 'hour', count: Math.floor((shown % dayMinutes) / hourMinutes) },
    { unit: 'minute', count: shown % hourMinutes },
  ];
  const words = parts
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(localeOf(language), {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(count),
    );
  return formatList(words, language);
}
