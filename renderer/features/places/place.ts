import { type Queue, queueSchema } from '../../../shared/desk/queues.ts';

/** Where one can be in the window. */
export type Place = Queue | 'overview' | 'outbox' | 'conflicts' | 'preferences';

/** Whether a place is a queue of roles. */
export function isQueue(place: Place): place is Queue {
  return queueSchema.safeParse(place).success;
}
