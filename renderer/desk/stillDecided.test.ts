import { expect, test } from 'vitest';
import type { DecideAnswer } from '../../shared/desk/outbox.ts';
import { stillDecided } from './stillDecided.ts';

const answer = (batchId: string, ...roleIds: string[]): DecideAnswer => ({
  batchId,
  outcomes: roleIds.map((roleId) => ({ roleId, outcome: 'accepted' })),
});

test('what was taken back is not decided any more, until it is decided again', () => {
  const first = answer('first', 'a', 'b');
  expect(stillDecided([first, answer('second', 'c')], [{ batchId: 'first' }])).toEqual(
    new Set(['c']),
  );
  expect(stillDecided([first, answer('again', 'a')], [{ batchId: 'first' }])).toEqual(
    new Set(['a']),
  );
});

test('what was refused was not decided', () => {
  const refused = { roleId: 'a', outcome: 'refused', code: 'changed' } as const;
  expect(stillDecided([{ batchId: 'first', outcomes: [refused] }], [])).toEqual(new Set());
});
