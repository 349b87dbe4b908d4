import { expect, test } from 'vitest';
import { formatSpan } from './span.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [2 * minute, '2 minutes'],
  [-2 * minute, '2 minutes'],
  [hour - 10, '1 hour'],
  [hour + 5 * minute, '1 hour and 5 minutes'],
  [day - 10, '1 day'],
  [day + 2 * hour - 10, '1 day and 2 hours'],
  [day + 2 * hour + 29 * minute, '1 day and 2 hours'],
  [400 * day, '400 days'],
])('%i ms are %s', (ms, words) => {
  expect(formatSpan(ms, 'en')).toBe(words);
});

test('a length of time is written the way of the language', () => {
  expect(formatSpan(day + 2 * hour, 'de')).toBe('1 Tag und 2 Stunden');
  expect(formatSpan(day + 2 * hour, 'fr')).toBe('1\u00a0jour et 2\u00a0heures');
});
