import { expect, test } from 'vitest';
import { attachedTo, canBeAttachedTo, withActivityAsked } from './attaching.ts';
import type { Body, BodyActivity } from './body.ts';
import type { Role } from './role.ts';

function operator(given: Partial<Body> = {}): Body {
  return {
    ...{ id: 'existing', revision: 1, type: 'operator', name: 'Operator', country: 'BE', city: '' },
    ...{ address: '', identifiers: [], activities: [], fullControl: false, status: 'valid' },
    ...given,
  };
}

function trading(given: Partial<BodyActivity> = {}): BodyActivity {
  const code = 'animal_trader';
  return { chapter: 'animal', section: code, activity: code, status: 'valid', ...given };
}

const role: Role = {
  ...{ id: 'role', revision: 1, status: 'requested', personId: 'person', bodyId: 'new' },
  ...{ type: 'operator', function: 'animal_trader', responsibleId: 'central', isAdmin: false },
  ...{ requestedAt: '2026-11-20T09:00:00.000Z', dueAt: '2026-11-24T09:00:00.000Z' },
};
const pending = operator({
  ...{ id: 'new', status: 'pending', activities: [trading({ status: 'pending' })] },
});
const asked = { role, body: pending };

test('a pending operator’s role is attached to a valid operator of the same country', () => {
  expect(canBeAttachedTo(operator(), asked)).toBe(true);
  expect(canBeAttachedTo(operator({ country: 'NL' }), asked)).toBe(false);
  expect(canBeAttachedTo(operator({ status: 'pending' }), asked)).toBe(false);
  expect(canBeAttachedTo(operator({ type: 'authority' }), asked)).toBe(false);
  expect(canBeAttachedTo(operator(), { role, body: { ...pending, status: 'valid' } })).toBe(false);
});

test('the activity asked for comes along where the existing operator lacks it', () => {
  expect(withActivityAsked(operator(), asked).activities).toEqual([trading()]);
  const rejected = operator({ activities: [trading({ status: 'rejected' })] });
  expect(withActivityAsked(rejected, asked).activities).toHaveLength(2);
  const having = operator({ activities: [trading({ responsibleId: 'local' })] });
  expect(withActivityAsked(having, asked)).toBe(having);
});

test('who is responsible for the activity at the existing operator is so for the role', () => {
  const having = operator({ activities: [trading({ responsibleId: 'local' })] });
  expect(attachedTo(having, role)).toMatchObject({ bodyId: 'existing', responsibleId: 'local' });
  expect(attachedTo(operator(), role)).toMatchObject({ responsibleId: 'central' });
});
