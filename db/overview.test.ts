import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figures, LookBack, Mark } from '../shared/desk/overview.ts';
import { defaultPreferences } from '../shared/domain/preferences.ts';
import type { Role } from '../shared/domain/role.ts';
import { actionSchema } from '../shared/domain/vocabulary.ts';
import { decide } from './decide.ts';
import { updateDesk } from './desk.ts';
import { figures } from './overview.ts';
import { rolePage } from './queues.ts';
import { aBody, aPerson, aRole, authority, firstPage, me, storeWith } from './world.fixture.ts';

const at = new Date('2026-11-22T12:00:00.000Z');
const hourMs = 3_600_000;
const deciders = Array.from({ length: 12 }, (_, number) => aPerson({ lastName: `C${number}` }));
const countries = ['AT', 'BE', 'BG', 'CY', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR'];
const bodies = [
  ...countries.map((country) => aBody({ country })),
  aBody({ type: 'control_body', countries: [{ country: 'BE', code: 'BE-BIO-1' }] }),
];
const person = aPerson();

/** A moment within two years, now and then on the hour at which days begin somewhere. */
const moment = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.constantFrom(0, 1, -1))
    .map(([hours, besideMs]) => new Date(at.getTime() + hours * hourMs + besideMs).toISOString());

const given = fc.record({
  body: fc.constantFrom(...bodies),
  status: fc.constantFrom('requested', 'valid', 'suspended', 'rejected', 'withdrawn' as const),
  requestedAt: moment(-900 * 24, 0),
  dueAt: moment(-900 * 24, 72),
  lastDecision: fc.option(
    fc.record({
      id: fc.uuid(),
      action: fc.constantFrom(...actionSchema.options),
      by: fc.constantFrom(...deciders, me.person).map(({ id, lastName }) => ({
        ...{ personId: id, name: lastName },
      })),
      decidedAt: moment(-400 * 24, 0),
      recordedAt: fc.constant(at.toISOString()),
    }),
    { nil: undefined },
  ),
});
const worlds = fc.record({
  roles: fc.array(
    given.map(({ body, ...role }) => aRole(body, person, role)),
    { maxLength: 60, size: 'max' },
  ),
  timeZone: fc.constantFrom('Europe/Brussels', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'),
  lookBack: fc.constantFrom<LookBack>(30, 90, 365),
  as: fc.constantFrom(undefined, authority.id),
});

function marksOf(told: Figures): Mark[] {
  return [
    ...told.backlog.flatMap(({ open, decided }) => [open, decided]),
    ...told.ages.flatMap(({ inTime, overdue }) => [inTime, overdue]),
    ...told.decisions.flatMap(({ approved, rejected, other }) => [approved, rejected, other]),
    ...told.deciders.map(({ mark }) => mark),
    ...told.countries.map(({ mark }) => mark),
    ...told.types.map(({ mark }) => mark),
  ];
}

/** By hand: whether the desk takes a request for open right before a moment. */
function wasOpen({ status, requestedAt, dueAt, lastDecision }: Role, end: string): boolean {
  if (requestedAt >= end) return false;
  if (status === 'requested') return true;
  if (!lastDecision) return false;
  const { action, decidedAt } = lastDecision;
  const isExact = action === 'approve' || action === 'reject' || status === 'withdrawn';
  return [decidedAt, ...(isExact ? [] : [dueAt])].every((closed) => closed >= end);
}

const total = (counted: number[]) => counted.reduce((sum, each) => sum + each, 0);

test('every mark counts the rows that its filter leaves, and they are those counted by hand', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(worlds, ({ roles, timeZone, lookBack, as }) => {
      const store = storeWith(bodies, [person, ...deciders], roles);
      store.write((writer) =>
        updateDesk(writer, { preferences: { ...defaultPreferences, timeZone } }),
      );
      const told = figures(store.reader, { lookBack, as }, at);
      // All that lead somewhere, and some of those that say that nothing is there.
      const looked = marksOf(told).filter(({ count }, number) => count > 0 || number % 20 === 0);
      for (const { queue, filter, count } of looked) {
        const page = rolePage(store.reader, firstPage({ queue, filter, limit: 1 }), at);
        expect({ queue, filter, count: page.total }).toEqual({ queue, filter, count });
      }
      const requested = roles.filter(({ status }) => status === 'requested');
      for (const { stretch, open, decided } of told.backlog) {
        expect(open.count + decided.count).toBe(
          roles.filter((role) => wasOpen(role, stretch.to)).length,
        );
      }
      expect(total(told.ages.map(({ inTime, overdue }) => inTime.count + overdue.count))).toBe(
        requested.length,
      );
      expect(total(told.ages.map(({ overdue }) => overdue.count))).toBe(
        requested.filter(({ dueAt }) => dueAt <= at.toISOString()).length,
      );
      const from = told.decisions[0]!.stretch.from;
      const taken = roles.filter(
        ({ lastDecision }) => lastDecision && lastDecision.decidedAt >= from,
      );
      const byDay = told.decisions.map(
        ({ approved, rejected, other }) => approved.count + rejected.count + other.count,
      );
      expect(total(byDay)).toBe(taken.length);
      expect(total(told.deciders.map(({ mark }) => mark.count))).toBe(taken.length);
      expect(total(told.countries.map(({ mark }) => mark.count))).toBe(requested.length);
      expect(total(told.types.map(({ mark }) => mark.count))).toBe(requested.length);
      store.close();
    }),
    { numRuns: 10 },
  );
});

const days = (requestedAt: string, more: Partial<Role>) => {
  const body = bodies[0]!;
  const store = storeWith([body], [person], [aRole(body, person, { requestedAt, ...more })]);
  return figures(store.reader, { lookBack: 30 }, at).backlog.flatMap(
    ({ stretch, open, decided }) => (open.count + decided.count > 0 ? stretch.to.slice(0, 10) : []),
  );
};
const decision = (action: 'approve' | 'suspend', decidedAt: string) => ({
  id: '00000000-0000-4000-8000-00000000000d',
  action,
  by: { personId: me.person.id, name: 'somebody' },
  ...{ decidedAt, recordedAt: decidedAt },
});

test('a request stands in the backlog from its day up to the day before its decision', () => {
  const lastDecision = decision('approve', '2026-11-12T10:00:00.000Z');
  expect(days('2026-11-10T10:00:00.000Z', { status: 'valid', lastDecision })).toEqual([
    '2026-11-10',
    '2026-11-11',
  ]);
});

test('what was suspended long after its approval counts as approved by its deadline', () => {
  const lastDecision = decision('suspend', '2026-11-20T10:00:00.000Z');
  const dueAt = '2026-11-11T10:00:00.000Z';
  expect(days('2026-11-10T10:00:00.000Z', { status: 'suspended', lastDecision, dueAt })).toEqual([
    '2026-11-10',
  ]);
});

test('what was passed on and still waits is counted once, among the open', () => {
  const body = bodies[0]!;
  const lastDecision = { ...decision('approve', '2026-11-21T10:00:00.000Z'), action: 'reassign' };
  const role = aRole(body, person, { lastDecision: lastDecision as Role['lastDecision'] });
  const store = storeWith([body], [person], [role]);
  const { backlog } = figures(store.reader, { lookBack: 30 }, at);
  expect(backlog.at(-1)).toMatchObject({ open: { count: 1 }, decided: { count: 0 } });
});

test('a decision that still waits counts at once, for the person of the desk', () => {
  const body = bodies[0]!;
  const role = aRole(body, person);
  const store = storeWith([body], [person], [role]);
  decide(
    store,
    { action: 'approve', roles: [{ roleId: role.id, revision: 1 }] },
    { at: new Date('2026-11-21T10:00:00.000Z'), holdMs: 60_000 },
  );
  const told = figures(store.reader, { lookBack: 30 }, at);
  expect(told.deciders).toMatchObject([{ by: 'me', mark: { count: 1 } }]);
  expect(told.decisions.at(-2)?.approved.count).toBe(1);
  expect(told.backlog.at(-1)).toMatchObject({ open: { count: 0 }, decided: { count: 0 } });
});
