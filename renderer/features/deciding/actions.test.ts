import { expect, test } from 'vitest';
import { offeredActions } from '../../../shared/desk/detail.ts';
import { actionKeys, isPossible } from './actions.ts';

test('every action has a key of its own', () => {
  const keys = offeredActions.map((action) => actionKeys[action]);
  expect(new Set(keys).size).toBe(offeredActions.length);
});

test('an action is possible unless something is against it or no role of the selection takes it', () => {
  expect(isPossible({ action: 'approve' })).toBe(true);
  expect(isPossible({ action: 'approve', possible: 2 })).toBe(true);
  expect(isPossible({ action: 'approve', possible: 0 })).toBe(false);
  expect(isPossible({ action: 'approve', objection: 'own_role' })).toBe(false);
});
