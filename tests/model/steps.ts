import fc from 'fast-check';
import { actionSchema } from '../../shared/domain/vocabulary.ts';

// What can happen in a history. Numbers choose among what there is at that moment, so that every history makes sense
// and still does when it is shrunk.

const wish = fc.record({
  kind: fc.constantFrom('authority', 'control_body', 'new_operator', 'operator'),
  which: fc.nat(20),
});
const file = fc.record({ step: fc.constant('file'), actor: fc.nat(20), wish });

const choice = fc.record({
  /** Counted from the youngest of those that the administrator decides on, is kept from, sees, or of all. */
  role: fc.nat(11),
  among: mostly('decided', 'kept_out', 'seen', 'all'),
  /** Mostly one that is open to the role. */
  action: fc.nat(20),
  anyAction: mostly(undefined, ...actionSchema.options),
  base: mostly('seen', 'older', 'newer'),
  reason: mostly('right', 'none', 'wrong'),
  target: fc.option(fc.nat(20), { freq: 3 }),
  admin: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
});
const decide = fc.record({
  step: fc.constant('decide'),
  actor: fc.nat(20),
  choices: fc.oneof(
    { weight: 3, arbitrary: fc.array(choice, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(choice, { minLength: 2, maxLength: 5 }) },
  ),
  /** The whole batch twice in one request. */
  twice: mostly(false, true),
});
const repeat = fc.record({
  step: fc.constant('repeat'),
  which: fc.nat(20),
  how: mostly('same', 'other_content', 'other_person'),
});
const refile = fc.record({
  step: fc.constant('refile'),
  which: fc.nat(20),
  how: mostly('same', 'other_content'),
});
const withdraw = fc.record({
  step: fc.constant('withdraw'),
  actor: fc.nat(20),
  role: fc.nat(11),
  own: mostly(true, false),
});
const claim = fc.record({
  step: fc.constant('claim'),
  actor: fc.nat(20),
  role: fc.nat(5),
  among: fc.constantFrom('seen', 'suspended', 'claimed', 'all'),
  ends: fc.boolean(),
});
const fullControl = fc.record({
  step: fc.constant('full_control'),
  actor: fc.nat(20),
  body: fc.nat(20),
  fullControl: fc.boolean(),
});
const suspendPerson = fc.record({ step: fc.constant('suspend_person'), person: fc.nat(20) });
const move = fc.record({ step: fc.constant('move'), body: fc.nat(20), parent: fc.nat(20) });
const entrust = fc.record({
  step: fc.constant('entrust'),
  operator: fc.nat(20),
  authority: fc.nat(20),
});
const compact = fc.record({ step: fc.constant('compact'), upTo: fc.constantFrom(0.5, 0.9, 1) });
const limit = fc.constantFrom(1, 3, 10, 200);
const pull = fc.record({ step: fc.constant('pull'), actor: fc.nat(20), limit });

const step = fc.oneof(
  { weight: 20, arbitrary: decide },
  { weight: 7, arbitrary: file },
  { weight: 4, arbitrary: repeat },
  { weight: 2, arbitrary: refile },
  { weight: 2, arbitrary: withdraw },
  { weight: 9, arbitrary: pull },
  { weight: 3, arbitrary: claim },
  { weight: 2, arbitrary: fullControl },
  { weight: 2, arbitrary: suspendPerson },
  { weight: 1, arbitrary: move },
  { weight: 1, arbitrary: entrust },
  { weight: 1, arbitrary: compact },
);

/** A history: who of the administrators acts (up to five), what is asked for first, what happens, how desks catch up. */
export const history = fc.noBias(
  fc.record({
    administrators: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 2, maxLength: 5 }),
    opening: fc.array(file, { minLength: 3, maxLength: 6 }),
    steps: fc.array(step, { minLength: 20, maxLength: 50, size: 'max' }),
    limit,
  }),
);
export type History = ValueOf<typeof history>;
export type Step = ValueOf<typeof step> | ValueOf<typeof file>;
export type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>;
export type Choice = ValueOf<typeof choice>;
type ValueOf<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** The first value most of the time. */
function mostly<const T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
