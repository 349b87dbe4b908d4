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

/** Calls `show` with a role and its queue when a notification of it was clicked; a role that is gone opens nothing. */
export function useOpenedRole(show: (queue: Queue, roleId: string) => void): void {
  const onShow = useEffectEvent(show);
  useEffect(
    () =>
      window.desk.listen((event) => {
        if (event.kind !== 'open') return;
        const { roleId } = event;
        void ask('roles:detail', { roleId }).then(
          ({ status }) => onShow(queueOf[status], roleId),
          () => {},
        );
      }),
    [],
  );
}
