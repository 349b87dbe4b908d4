import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckedRole, offeredActions } from '../../../shared/desk/detail.ts';
import { adviceCodes } from '../../../shared/domain/advice.ts';
import { sorted } from './sorted.ts';

function checked(roleId: string, more: Partial<CheckedRole> = {}): CheckedRole {
  return {
    roleId,
    personName: '',
    bodyName: '',
    function: 'organic_importer',
    advice: [],
    leavesNoAdministrator: false,
    ...more,
  };
}

const approve = [
  { action: 'approve' as const, possible: 2 },
  { action: 'reject' as const, possible: 2 },
];

test('who would leave a body without an administrator needs a look before suspending, not before else', () => {
  const roles = [checked('last', { leavesNoAdministrator: true }), checked('other')];
  const looked = (action: 'suspend' | 'reactivate') =>
    sorted({ actions: [{ action, possible: 2 }], roles }).look.map(({ roleId }) => roleId);
  expect(looked('suspend')).toEqual(['last']);
  expect(looked('reactivate')).toEqual([]);
});

test('objections and heavy advice need a look, light advice is told of the others', () => {
  const result = sorted({
    actions: approve,
    roles: [
      checked('plain'),
      checked('free', { advice: ['free_mail'] }),
      checked('new', { advice: ['free_mail', 'new_operator'] }),
      checked('own', { objection: 'own_role' }),
    ],
  });
  expect(result.action).toBe('approve');
  expect(result.clear.map(({ roleId }) => roleId)).toEqual(['plain', 'free']);
  expect(result.look.map(({ roleId }) => roleId)).toEqual(['new', 'own']);
  expect(result.advised.map(({ roleId }) => roleId)).toEqual(['free']);
});

test('advice is about requests: it holds nobody back from suspending', () => {
  const result = sorted({
    actions: [{ action: 'suspend', possible: 1 }],
    roles: [checked('shared', { advice: ['shared_mailbox'] })],
  });
  expect(result.action).toBe('suspend');
  expect(result.look).toEqual([]);
});

test('a selection that no action fits says so', () => {
  expect(sorted({ actions: [], roles: [checked('a')] }).action).toBeUndefined();
});

test('every role is on exactly one side', () => {
  const role = fc.record({
    roleId: fc.uuid(),
    objection: fc.option(fc.constant('own_role' as const), { nil: undefined }),
    advice: fc.subarray([...adviceCodes]),
  });
  fc.assert(
    fc.property(fc.array(role), fc.subarray([...offeredActions]), (roles, actions) => {
      const all = roles.map(({ roleId, objection, advice }) =>
        checked(roleId, objection ? { objection, advice } : { advice }),
      );
      const { clear, look, advised } = sorted({
        actions: actions.map((action) => ({ action, possible: 0 })),
        roles: all,
      });
      expect(new Set([...clear, ...look])).toEqual(new Set(all));
      expect(clear.length + look.length).toBe(all.length);
      for (const each of advised) expect(clear).toContain(each);
      for (const each of all) if (each.objection) expect(look).toContain(each);
    }),
  );
});
