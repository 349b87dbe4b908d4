import { expect, test } from 'vitest';
import { lastReason, rememberReason } from './lastReason.ts';

test('the last reason is offered again for the same action only', () => {
  expect(lastReason('reject')).toBeUndefined();
  rememberReason('reject', 'data_missing');
  rememberReason('reject', 'wrong_body');
  expect(lastReason('reject')).toBe('wrong_body');
  expect(lastReason('suspend')).toBeUndefined();
});

test('a reason that the action does not know is not kept', () => {
  rememberReason('suspend', 'wrong_body');
  expect(lastReason('suspend')).toBeUndefined();
});
