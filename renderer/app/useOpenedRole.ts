import { useEffect, useEffectEvent } from 'react';
import type { Queue } from '../../shared/desk/queues.ts';
import type { Status } from '../../shared/domain/vocabulary.ts';
import { ask } from '../desk/client.ts';

const queueOf: Record<Status, Queue> = {
  requested: 'requested',
  suspended: 'suspended',
  valid: 'valid',
  rejected: 'decided',
  withdrawn: 'decided',
};

/**
 * Calls `show` with a role and its queue when a notification of it was clicked, or when the result is called; a role that
 * is gone opens nothing.
 */
export function useOpenedRole(
  show: (queue: Queue, roleId: string) => void,
): (roleId: string) => void {
  const open = (roleId: string) => {
    void ask('roles:detail', { roleId }).then(
      ({ status }) => show(queueOf[status], roleId),
      () => {},
    );
  };
  const onOpen = useEffectEvent(open);
  useEffect(
    () =>
      window.desk.listen((event) => {
        if (event.kind === 'open') onOpen(event.roleId);
      }),
    [],
  );
  return open;
}
