import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusAfter } from './transitions.ts';
import { actionSchema, statusSchema } from './vocabulary.ts';

const actions = [...actionSchema.options, 'withdraw'] as const;
const statuses = statusSchema.options;

/** Rule 1, as it is written: from → action → to; nothing else. */
const rule1 = [
  'requested approve valid',
  'requested reject rejected',
  'valid suspend suspended',
  'suspended reactivate valid',
  'requested withdraw withdrawn',
  'valid grant_admin valid',
  'valid revoke_admin valid',
  'requested reassign requested',
];

test('rule 1: every transition that is written there, and no other', () => {
  const found = statuses.flatMap((from) =>
    actions.flatMap((action) => {
      const to = statusAfter(action, from);
      return to ? [`${from} ${action} ${to}`] : [];
    }),
  );
  expect(found.sort()).toEqual([...rule1].sort());
});

test('rejected and withdrawn are final, and nobody holds a role without an approval', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions)), (tried) => {
      let status: (typeof statuses)[number] = 'requested';
      const done: string[] = [];
      for (const action of tried) {
        const next = statusAfter(action, status);
        if (status === 'rejected' || status === 'withdrawn') expect(next).toBeUndefined();
        if (next) done.push(action);
        status = next ?? status;
      }
      const isHeld = status === 'valid' || status === 'suspended';
      expect(isHeld).toBe(done.includes('approve'));
    }),
  );
});
