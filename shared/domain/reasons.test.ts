import { expect, test } from 'vitest';
import { isReasonOf, needsReason, reasons } from './reasons.ts';
import { actionSchema } from './vocabulary.ts';

test('reject, suspend and revoke_admin need a reason, nothing else does', () => {
  expect(actionSchema.options.filter(needsReason)).toEqual(['reject', 'suspend', 'revoke_admin']);
});

test('a reason is known to its own decision', () => {
  expect(isReasonOf('reject', 'wrong_body')).toBe(true);
  expect(isReasonOf('suspend', 'wrong_body')).toBe(false);
  expect(isReasonOf('reject', 'toString')).toBe(false);
  for (const codes of Object.values(reasons)) expect(codes.at(-1)).toBe('other');
});
