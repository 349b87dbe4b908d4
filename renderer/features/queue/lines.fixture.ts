import type { RoleRow } from '../../../shared/desk/queues.ts';

/** A line of the grid for tests, told apart by its id alone. */
export function line(id: string): RoleRow {
  return {
    id,
    revision: 1,
    status: 'requested',
    type: 'operator',
    function: 'organic_importer',
    country: 'BE',
    personName: '',
    personEmail: '',
    bodyName: '',
    requestedAt: '2026-11-20T09:00:00.000Z',
    dueAt: '2026-11-24T09:00:00.000Z',
    isSuspendedBySystem: false,
    advice: [],
  };
}
