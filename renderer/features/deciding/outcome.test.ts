import { expect, test } from 'vitest';
import { joined, outcomeOf, worthRetrying } from './outcome.ts';

const seen = ['a', 'b', 'c', 'd'].map((roleId, at) => ({ roleId, revision: at + 1 }));
const decided = outcomeOf({ action: 'approve' }, seen, {
  batchId: 'batch',
  outcomes: [
    { roleId: 'a', outcome: 'accepted' },
    { roleId: 'b', outcome: 'refused', code: 'changed' },
    { roleId: 'c', outcome: 'accepted' },
    { roleId: 'd', outcome: 'refused', code: 'in_flight' },
  ],
});

test('every row is either accepted or refused with its code, in order, as it was seen', () => {
  expect(decided).toEqual({
    substance: { action: 'approve' },
    accepted: ['a', 'c'],
    refused: [
      { roleId: 'b', revision: 2, code: 'changed' },
      { roleId: 'd', revision: 4, code: 'in_flight' },
    ],
  });
});

test('parts of one decision are told of together', () => {
  const { accepted, refused } = joined(decided, decided);
  expect(accepted).toEqual(['a', 'c', 'a', 'c']);
  expect(refused).toHaveLength(4);
});

test('what has changed is to be looked at, not tried again', () => {
  expect(worthRetrying(decided.refused)).toEqual([{ roleId: 'd', revision: 4 }]);
});
