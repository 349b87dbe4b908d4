import fc from 'fast-check';
import type { Moment } from '../../db/moments.ts';
import type { Fault } from '../fixtures/faultyProxy.ts';
import type { Member } from './cast.ts';

// What can happen in a history. Numbers choose among what there is at that moment, so that every history makes sense
// and still does when it is shrunk.

/** The moments of a desk at work; those of a migration are another test's. */
export const deaths: Moment[] = [
  ...(['decide:written', 'decide:kept', 'release:kept', 'undo:kept'] as const),
  ...(['push:marked', 'push:answered', 'results:written', 'results:kept'] as const),
  ...(['pull:answered', 'page:written', 'page:kept', 'afresh:kept'] as const),
  ...(['checkpoint:sums', 'checkpoint:kept'] as const),
];

const desk = fc.nat(2);
/** Few, so that desks decide on the same. */
const role = fc.nat(4);

const decide = fc.record({
  step: fc.constant('decide'),
  desk,
  role,
  count: mostly(1, 2, 3, 4),
  action: fc.nat(20),
  /** Whether the desk decides on what the rules forbid, too. */
  isCareless: mostly(false, true),
  isHeld: fc.boolean(),
});
const later = fc.record({ step: fc.constant('later'), desk });
const undo = fc.record({ step: fc.constant('undo'), desk, which: role, isWhole: fc.boolean() });
const settle = fc.record({ step: fc.constant('settle'), desk, isAnew: mostly(true, false) });

const fault = fc.constantFrom<Fault>(
  { kind: 'cut_request' },
  { kind: 'cut_answer', at: 'headers' },
  { kind: 'cut_answer', at: 'body' },
  { kind: 'truncate' },
  { kind: 'delay', ms: 3 },
  { kind: 'duplicate' },
  { kind: 'error', status: 502, as: 'html' },
  { kind: 'error', status: 504, as: 'plain' },
  { kind: 'error', status: 503, as: 'problem', retryAfterS: 3 },
  { kind: 'error', status: 429, as: 'problem', retryAfterS: 3 },
  { kind: 'portal' },
  { kind: 'redirect' },
  { kind: 'half_open' },
  { kind: 'throttle', bytesPerSecond: 200_000 },
);
const path = fc.constantFrom('/v1/decisions', '/v1/decisions', '/v1/changes', '/v1/events', '/');
const sync = fc.record({
  step: fc.constant('sync'),
  desk,
  faults: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(fc.record({ path, fault }), { minLength: 1, maxLength: 2 }) },
  ),
});
const line = fc.record({ step: fc.constant('line'), desk, isAway: fc.boolean() });
/** At a moment, over what leads there. */
const die = fc.record({
  step: fc.constant('die'),
  desk,
  at: fc.constantFrom(...deaths),
  over: decide,
});
/** After so many turns of a sync. */
const kill = fc.record({ step: fc.constant('kill'), desk, turns: fc.nat(40) });
const restart = fc.record({ step: fc.constant('restart'), desk });

const which = fc.nat(20);
const colleague = fc.record({ step: fc.constant('colleague'), desk, role, action: which });
const request = fc.record({ step: fc.constant('request'), which });
const move = fc.record({ step: fc.constant('move'), which, isBack: fc.boolean() });
const ownRole = fc.record({ step: fc.constant('own_role'), desk });
const suspend = fc.record({ step: fc.constant('suspend_person'), which });
const passOn = fc.record({ step: fc.constant('pass_on'), which });
const compact = fc.record({ step: fc.constant('compact') });
const restartRegistry = fc.record({ step: fc.constant('restart_registry') });

const step = fc.oneof(
  { weight: 24, arbitrary: decide },
  { weight: 24, arbitrary: sync },
  { weight: 5, arbitrary: later },
  { weight: 4, arbitrary: undo },
  { weight: 14, arbitrary: settle },
  { weight: 8, arbitrary: line },
  { weight: 8, arbitrary: die },
  { weight: 2, arbitrary: kill },
  { weight: 1, arbitrary: restart },
  { weight: 8, arbitrary: colleague },
  { weight: 3, arbitrary: request },
  { weight: 3, arbitrary: move },
  { weight: 4, arbitrary: ownRole },
  { weight: 2, arbitrary: suspend },
  { weight: 2, arbitrary: passOn },
  { weight: 3, arbitrary: compact },
  { weight: 1, arbitrary: restartRegistry },
);

/** Whose desks they are: colleagues of one body, a superior and those below, one person at two desks. */
const trios: Member[][] = [
  ['central 1', 'central 2', 'post 1'],
  ['central 1', 'central 1', 'unit'],
  ['post 1', 'post 2', 'central 2'],
  ['central 1', 'unit', 'post 1'],
  ['central 1', 'central 2', 'control body'],
];

export const history = fc.noBias(
  fc.record({
    members: fc.constantFrom(...trios),
    steps: fc.array(step, { minLength: 10, maxLength: 24, size: 'max' }),
    pageLimit: fc.constantFrom(12, 60, 500),
    hears: mostly(false, true),
  }),
);
export type History = ValueOf<typeof history>;
export type Step = ValueOf<typeof step>;
export type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>;
type ValueOf<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** The first value most of the time. */
function mostly<const T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
