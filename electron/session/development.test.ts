import { expect, test } from 'vitest';
import { developmentVariables } from './development.ts';

test('a packaged application reads no development variable', () => {
  const variables = { ROLEDESK_DEV_USER: 'n00abc', ROLEDESK_HOLD_MS: '0' };
  expect(developmentVariables(true, variables)).toEqual({});
  expect(developmentVariables(false, variables)).toEqual({ username: 'n00abc', holdMs: 0 });
});

test('a hold time that is no number of milliseconds is left out', () => {
  expect(developmentVariables(false, { ROLEDESK_HOLD_MS: '-1' })).toEqual({});
  expect(developmentVariables(false, { ROLEDESK_HOLD_MS: 'soon' })).toEqual({});
});
