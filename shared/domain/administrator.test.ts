import fc from 'fast-check';
import { expect, test } from 'vitest';
import { becomesAdministrator, isLastAdministrator } from './administrator.ts';
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

const members = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(...statusSchema.options),
    isAdmin: fc.boolean(),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);

test('rule 5: the last administrator is the one valid administrator that a body has left', () => {
  fc.assert(
    fc.property(members, (inBody) => {
      const administrators = inBody.filter(({ status, isAdmin }) => status === 'valid' && isAdmin);
      const last = inBody.filter((role) => isLastAdministrator(role, inBody));
      expect(last).toEqual(administrators.length === 1 ? administrators : []);
    }),
  );
});

test('rule 5: it makes no difference whether the role itself is among those of the body', () => {
  fc.assert(
    fc.property(members, ([role, ...others]) => {
      expect(isLastAdministrator(role!, others)).toBe(
        isLastAdministrator(role!, [role!, ...others]),
      );
    }),
  );
});
