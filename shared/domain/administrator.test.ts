import fc from 'fast-check';
import { expect, test } from 'vitest';
import { becomesAdministrator } from './administrator.ts';
import { statusSchema } from './vocabulary.ts';

const others = fc.array(fc.record({ status: fc.constantFrom(...statusSchema.options) }));

test('rule 5: as the decider says', () => {
  fc.assert(
    fc.property(fc.boolean(), others, (wish, inBody) => {
      expect(becomesAdministrator(wish, inBody)).toBe(wish);
    }),
  );
});

test('rule 5: unsaid, the first person of a body and nobody after', () => {
  expect(becomesAdministrator(undefined, [])).toBe(true);
  fc.assert(
    fc.property(others, (inBody) => {
      const statuses = inBody.map(({ status }) => status);
      const isFirst = !statuses.includes('valid') && !statuses.includes('suspended');
      expect(becomesAdministrator(undefined, inBody)).toBe(isFirst);
    }),
  );
});
