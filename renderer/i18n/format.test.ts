import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  capitalised,
  countryName,
  formatDay,
  formatList,
  formatMoment,
  formatNumber,
  formatTime,
  languageName,
} from './format.ts';

const now = Date.parse('2026-11-23T12:58:00.000Z');
const reading = (language: string, timeZone = 'Europe/Brussels') => ({ language, timeZone });

test('a day is written the way of the language', () => {
  const at = '2026-11-25T09:00:00.000Z';
  expect(formatDay(at, now, reading('en'))).toBe('Wed 25 Nov');
  expect(formatDay(at, now, reading('fr'))).toBe('mer. 25 nov.');
  expect(formatDay(at, now, reading('de'))).toBe('Mi 25. Nov.');
});

test('another year is named', () => {
  expect(formatDay('2027-01-04T09:00:00.000Z', now, reading('en'))).toBe('Mon 4 Jan 2027');
});

test('times are those of the chosen zone, on 24 hours', () => {
  const at = '2026-11-23T23:05:00.000Z';
  expect(formatTime(at, reading('en'))).toBe('00:05');
  expect(formatTime(at, reading('en', 'America/New_York'))).toBe('18:05');
});

test('a moment of today needs no date', () => {
  expect(formatMoment('2026-11-23T12:57:00.000Z', now, reading('en'))).toBe('13:57');
  expect(formatMoment('2026-11-22T23:30:00.000Z', now, reading('en'))).toBe('00:30');
  expect(formatMoment('2026-11-19T15:52:00.000Z', now, reading('en'))).toBe('19 Nov 16:52');
});

test('thousands stand apart by a narrow space in every language', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('en', 'fr', 'de'), (value, language) => {
      const written = formatNumber(value, language);
      expect(Number(written.replaceAll('\u202f', ''))).toBe(value);
      expect(written).toMatch(/^\d{1,3}(\u202f\d{3})*$/);
    }),
  );
});

test('countries, languages and lists have names; unknown codes stand for themselves', () => {
  expect(countryName('BE', 'de')).toBe('Belgien');
  expect(languageName('pl', 'fr')).toBe('polonais');
  expect(countryName('?', 'en')).toBe('?');
  expect(formatList(['Kenya', 'Peru', 'Ghana'], 'en')).toBe('Kenya, Peru and Ghana');
  expect(capitalised('économie', 'fr')).toBe('Économie');
  expect(capitalised('', 'fr')).toBe('');
});
