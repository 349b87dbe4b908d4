import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fullMoment } from '../../shared/desk/reading.ts';
import { type Due, dueOf } from './due.ts';
import {
  capitalised,
  countryName,
  formatDate,
  formatDay,
  formatList,
  formatMoment,
  formatNumber,
  formatTime,
  languageName,
} from './format.ts';
import { TimeZone } from './timeZone.ts';

/** Writes dates, numbers and names in the language and the time zone of the preferences; take `nowMs` from `useNow`. */
export function useFormat() {
  const { t, i18n } = useTranslation(['ui']);
  const timeZone = useContext(TimeZone);
  const { language } = i18n;
  return useMemo(() => {
    const reading = { language, timeZone };
    return {
      number: (value: number) => formatNumber(value, language),
      time: (at: string) => formatTime(at, reading),
      date: (at: string, nowMs: number) => formatDate(at, nowMs, reading),
      day: (at: string, nowMs: number) => formatDay(at, nowMs, reading),
      /** Date and time in full, for what is read later: `25/11/2026 14:05`. */
      full: (at: string) => fullMoment(at, reading),
      moment: (at: string, nowMs: number) => formatMoment(at, nowMs, reading),
      country: (code: string) => countryName(code, language),
      language: (tag: string) => languageName(tag, language),
      list: (items: readonly string[]) => formatList(items, language),
      capital: (text: string) => capitalised(text, language),
      /** A deadline in words: `1 day overdue`, `in 3 h`, `tomorrow`, `Wed 25 Nov`; `urgency` for its tone. */
      due: (dueAt: string, nowMs: number): { words: string; urgency: Due['kind'] } => {
        const due = dueOf(dueAt, nowMs, timeZone);
        switch (due.kind) {
          case 'overdue':
            return {
              words: t(`ui:due.overdue.${due.unit}`, { count: due.count }),
              urgency: due.kind,
            };
          case 'today':
            return {
              words: t(`ui:due.today.${due.unit}`, { count: due.count }),
              urgency: due.kind,
            };
          case 'tomorrow':
            return { words: t('ui:due.tomorrow'), urgency: due.kind };
          case 'later':
            return { words: formatDay(dueAt, nowMs, reading), urgency: due.kind };
        }
      },
    };
  }, [t, language, timeZone]);
}
