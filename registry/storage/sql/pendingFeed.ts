import type { Seat } from '../../../shared/domain/seats.ts';
import type { Kind } from '../storage.ts';

/** What a transaction does to one place in a feed: `enter` leaves what is shown there already where it is. */
export interface Place {
  seat: Seat;
  kind: Kind;
  id: string;
  again: boolean;
  does: 'enter' | 'show' | 'leave' | 'forget';
}

/** What a transaction is going to do to the feeds, in order. */
export interface PendingFeed {
  /** What is done to one place replaces what was to be done there before. */
  add(place: Place): void;
  /** Of one thing. */
  of(id: string): Place[];
  inOrder(): Place[];
}

/** A transaction that has done nothing yet. */
export function pendingFeed(): PendingFeed {
  const places = new Map<string, Map<string, Place>>();
  const order = new Map<Place, number>();
  let count = 0;
  return {
    add: (place) => {
      const ofThing = places.get(place.id) ?? new Map<string, Place>();
      places.set(place.id, ofThing);
      const key = `${place.seat} ${place.again}`;
      const before = ofThing.get(key);
      if (before && place.does === 'enter' && before.does !== 'leave') return;
      // What was about to leave is not just shown if it was already: it is shown anew.
      const does = before && place.does === 'enter' ? 'show' : place.does;
      const next = { ...place, does };
      ofThing.set(key, next);
      if (before) order.delete(before);
      order.set(next, count++);
    },
    of: (id) => [...(places.get(id)?.values() ?? [])],
    inOrder: () => [...order.keys()],
  };
}
