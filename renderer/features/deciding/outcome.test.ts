import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

test('every row is either accepted or refused with its code, in order', () => {
  const decided = outcomeOf('approve', {
    batchId: 'batch',
    outcomes: [
      { roleId: 'a', outcome: 'accepted' },
      { roleId: 'b', outcome: 'refused', code: 'changed' },
      { roleId: 'c', outcome: 'accepted' },
      { roleId: 'd', outcome: 'refused', code: 'own_role' },
    ],
  });
  expect(decided).toEqual({
    action: 'approve',
    accepted: ['a', 'c'],
    refused: [
      { roleId: 'b', code: 'changed' },
      { roleId: 'd', code: 'own_role' },
    ],
  });
});
