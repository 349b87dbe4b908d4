import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Body } from './body.ts';
import { pendingOperatorAfter } from './pendingOperator.ts';
import { statusSchema } from './vocabulary.ts';

const pending: Body = {
  ...{ id: 'operator', revision: 1, type: 'operator', name: '', country: 'BE', city: '' },
  ...{ address: '', identifiers: [], fullControl: false, status: 'pending' },
  activities: [
    { chapter: 'food', section: 'a', activity: 'a', status: 'pending' },
    { chapter: 'food', section: 'b', activity: 'b', status: 'rejected' },
  ],
};

const roles = fc.array(fc.record({ status: fc.constantFrom(...statusSchema.options) }));

test('rule 6: the first approval makes the operator and what it asked for valid', () => {
  const after = pendingOperatorAfter(pending, [{ status: 'requested' }, { status: 'valid' }]);
  expect(after?.status).toBe('valid');
  expect(after?.activities.map(({ status }) => status)).toEqual(['valid', 'rejected']);
});

test('rule 6: it is rejected with its last role, and waits as long as one is open', () => {
  fc.assert(
    fc.property(roles, (inBody) => {
      const statuses = inBody.map(({ status }) => status);
      const isOver = statuses.every((each) => each === 'rejected' || each === 'withdrawn');
      const after = pendingOperatorAfter(pending, inBody);
      if (statuses.includes('valid')) expect(after?.status).toBe('valid');
      else expect(after?.status).toBe(isOver ? 'rejected' : undefined);
    }),
  );
});

test('rule 6: once that is settled, what it may have been a duplicate of no longer matters', () => {
  const duplicates = [{ bodyId: 'other', name: '', why: 'same_name' }];
  for (const status of ['valid', 'rejected', 'requested'] as const) {
    const after = pendingOperatorAfter({ ...pending, duplicates }, [{ status }]);
    expect(after?.duplicates).toBeUndefined();
  }
});

test('what is no pending operator stays as it is', () => {
  const others: Partial<Body>[] = [
    ...[{ status: 'valid' as const }, { status: 'rejected' as const }],
    ...[{ type: 'authority' as const }, { type: 'control_body' as const }],
  ];
  fc.assert(
    fc.property(roles, fc.constantFrom(...others), (inBody, other) => {
      expect(pendingOperatorAfter({ ...pending, ...other }, inBody)).toBeUndefined();
    }),
  );
});
