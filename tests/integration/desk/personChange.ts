import fc from 'fast-check';

/** A change of person, with what is in the outbox of the one who goes. */
export interface Change {
  /** `tried`: the desk service was handed the token of somebody else right before. */
  outbox: 'held' | 'waiting' | 'sent' | 'conflict' | 'tried';
  how: 'signs_out' | 'without_sign_out' | 'while_it_closes' | 'passing_by';
  /** Who comes; and somebody else, who passes by or whose token it is. */
  to: number;
  other: number;
  count: number;
  momentMs: number;
  slowMs: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  outbox: fc.constantFrom('held', 'waiting', 'sent', 'conflict', 'tried'),
  how: fc.constantFrom('signs_out', 'without_sign_out', 'while_it_closes', 'passing_by'),
  ...{ to: fc.nat({ max: 99 }), other: fc.nat({ max: 99 }) },
  count: fc.integer({ min: 1, max: 2 }),
  momentMs: fc.integer({ min: 0, max: 150 }),
  slowMs: fc.integer({ min: 0, max: 400 }),
});

/** So many changes, the same ones for the same seed. */
export function drawChanges(count: number, seed: number): Change[] {
  return fc.sample(change, { numRuns: count, seed });
}
