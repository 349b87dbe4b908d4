import { expect, test } from 'vitest';
import { isPossible } from './actions.ts';

test('an action is possible unless something is against it or no role of the selection takes it', () => {
  expect(isPossible({ action: 'approve' })).toBe(true);
  expect(isPossible({ action: 'approve', possible: 2 })).toBe(true);
  expect(isPossible({ action: 'approve', possible: 0 })).toBe(false);
  expect(isPossible({ action: 'approve', objection: 'own_role' })).toBe(false);
});
