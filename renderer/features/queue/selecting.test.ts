import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectionLimit } from '../../../shared/desk/selection.ts';
import { including, stretch, toggled } from './selecting.ts';

const revision = fc.integer({ min: 1, max: 9 });
const role = fc.record({ roleId: fc.string(), revision });
const selection = fc
  .array(fc.tuple(fc.string(), revision))
  .map((entries): ReadonlyMap<string, number> => new Map(entries));

test('toggling twice leaves what was selected', () => {
  fc.assert(
    fc.property(selection, role, (before, { roleId, revision }) => {
      const seen = { roleId, revision: before.get(roleId) ?? revision };
      expect(toggled(toggled(before, seen), seen)).toEqual(before);
      expect(toggled(before, seen).has(roleId)).toBe(!before.has(roleId));
    }),
  );
});

test('a stretch keeps what was selected before it, with the revisions seen then', () => {
  fc.assert(
    fc.property(selection, fc.array(role), (before, roles) => {
      const after = including(before, roles);
      for (const [roleId, revision] of before) expect(after.get(roleId)).toBe(revision);
      expect(new Set(after.keys())).toEqual(
        new Set([...before.keys(), ...roles.map(({ roleId }) => roleId)]),
      );
    }),
  );
});

test('a stretch that grows and shrinks again ends as if it had gone there at once', () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({ roleId: `${index}`, revision: 1 }));
  const between = (anchor: number, head: number) => {
    const { first, last } = stretch(anchor, head);
    return rows.slice(first, last + 1);
  };
  const index = fc.nat({ max: 49 });
  fc.assert(
    fc.property(selection, index, fc.array(index, { minLength: 1 }), (before, anchor, heads) => {
      let now = before;
      for (const head of heads) now = including(before, between(anchor, head));
      const at = heads.at(-1)!;
      expect(now).toEqual(including(before, between(anchor, at)));
      for (let row = Math.min(anchor, at); row <= Math.max(anchor, at); row += 1)
        expect(now.has(`${row}`)).toBe(true);
    }),
  );
});

test('a selection never outgrows what one decision takes', () => {
  const many = Array.from({ length: selectionLimit + 5 }, (_, index) => ({
    roleId: `${index}`,
    revision: 1,
  }));
  const full = including(new Map(), many);
  expect(full.size).toBe(selectionLimit);
  expect(toggled(full, { roleId: 'one more', revision: 1 }).size).toBe(selectionLimit);
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (anchor, head) => {
      const { first, last } = stretch(anchor, head);
      expect(last - first).toBeLessThan(selectionLimit);
      expect(first <= anchor && anchor <= last).toBe(true);
    }),
  );
});
