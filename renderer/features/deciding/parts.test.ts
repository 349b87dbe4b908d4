import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { decideInParts, Gate, partSize } from './parts.ts';

const roles = (count: number): SeenRole[] =>
  Array.from({ length: count }, (_, at) => ({ roleId: `role ${at}`, revision: 1 }));

test('every role is decided on once, in its order, in one batch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(3 * partSize + 1), async (count) => {
      const parts: SeenRole[][] = [];
      const batches: (string | undefined)[] = [];
      await decideInParts(roles(count), new Gate(), async (part, batchId) => {
        parts.push(part);
        batches.push(batchId);
        return 'batch';
      });
      expect(parts.flat()).toEqual(roles(count));
      expect(parts.every(({ length }) => length > 0 && length <= partSize)).toBe(true);
      expect(batches.slice(1).every((each) => each === 'batch')).toBe(true);
      expect(batches.slice(0, 1)).toEqual(count > 0 ? [undefined] : []);
    }),
  );
});

/** Decides on three parts, and calls `after` once each is taken. */
function begin(gate: Gate, after: (part: number) => void) {
  let taken = 0;
  const end = decideInParts(roles(3 * partSize), gate, async () => {
    taken += 1;
    after(taken);
    return 'batch';
  });
  return { end, taken: () => taken };
}

test('a batch that is paused goes on from where it was', async () => {
  const gate = new Gate();
  const { end, taken } = begin(gate, (part) => part === 1 && gate.close());
  await new Promise((resolve) => setTimeout(resolve));
  expect(taken()).toBe(1);
  gate.open();
  await end;
  expect(taken()).toBe(3);
});

test('a batch that is paused twice goes on all the same', async () => {
  const gate = new Gate();
  const { end, taken } = begin(gate, (part) => part === 1 && gate.close());
  await new Promise((resolve) => setTimeout(resolve));
  gate.close();
  gate.open();
  const ended = await Promise.race([end.then(() => true), new Promise((r) => setTimeout(r, 200))]);
  expect(ended).toBe(true);
  expect(taken()).toBe(3);
});

test('a batch that is stopped leaves the rest, also while it is paused', async () => {
  const gate = new Gate();
  const { end, taken } = begin(gate, (part) => part === 2 && gate.close());
  await new Promise((resolve) => setTimeout(resolve));
  gate.stop();
  await end;
  expect(taken()).toBe(2);
});

test('a part that fails ends the batch', async () => {
  const failing = decideInParts(roles(3 * partSize), new Gate(), async (_, batchId) => {
    if (batchId) throw new Error('full');
    return 'batch';
  });
  await expect(failing).rejects.toThrow('full');
});
