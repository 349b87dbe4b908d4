import { expect, test } from 'vitest';
import type { Role } from './role.ts';
import { suspendedWith } from './suspension.ts';

function roleOf(id: string, status: Role['status'], suspension?: Role['suspension']): Role {
  return {
    ...{ id, status, suspension, revision: 1, personId: 'p', bodyId: 'b', type: 'authority' },
    ...{ function: 'BCP', responsibleId: 'r', isAdmin: false, requestedAt: '', dueAt: '' },
  };
}

const together = { cause: 'system' as const, code: 'devices_reset', id: 'one' };
const role = roleOf('role', 'suspended', together);

test('rule 11: what was suspended with a role and still is, the role itself left out', () => {
  const other = roleOf('other', 'suspended', together);
  const back = roleOf('back', 'valid');
  expect(suspendedWith(role, [role, other, back])).toEqual([other]);
});

test('neither what an administrator suspended nor what the system suspended at another time', () => {
  const byHand = roleOf('by hand', 'suspended', { cause: 'administrator', code: 'left_body' });
  const later = roleOf('later', 'suspended', { ...together, id: 'two' });
  expect(suspendedWith(role, [role, byHand, later])).toEqual([]);
  expect(suspendedWith(byHand, [role, byHand, later])).toEqual([]);
});

test('a suspension of the system without a name brings back nothing else', () => {
  const unnamed = roleOf('unnamed', 'suspended', { cause: 'system', code: 'devices_reset' });
  expect(suspendedWith(unnamed, [unnamed, { ...unnamed, id: 'other' }])).toEqual([]);
});
