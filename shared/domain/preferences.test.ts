import { expect, test } from 'vitest';
import { defaultPreferences, preferencesSchema } from './preferences.ts';

test('what holds until a person chooses is a choice', () => {
  expect(preferencesSchema.parse(defaultPreferences)).toEqual(defaultPreferences);
});

test.each([
  ['timeZone', 'Europe/Atlantis'],
  ['timeZone', ''],
  ['language', 'English'],
  ['holdSeconds', -1],
  ['holdSeconds', 601],
  ['holdSeconds', 1.5],
  ['notifications', { newRequest: 'mail', dueSoon: 'off', conflict: 'off' }],
])('%s cannot be %s', (field, value) => {
  const { success } = preferencesSchema.safeParse({ ...defaultPreferences, [field]: value });
  expect(success).toBe(false);
});
