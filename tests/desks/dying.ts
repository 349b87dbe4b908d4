import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { Moment } from '../../db/moments.ts';

/** Where a desk can end: a named moment, or anywhere between two turns of its process. */
export type Death = Moment | 'between';

/** Somebody who hears of each moment that its own code reaches. */
export interface Mortal {
  reached(moment: Moment): void;
}

const living = new AsyncLocalStorage<Mortal>();

subscribe('roledesk:moment', (moment) => living.getStore()?.reached(moment as Moment));

/** Does something as this desk: of the moments that it reaches, now and in all that follows, this desk hears. */
export function asDesk<T>(desk: Mortal, work: () => T): T {
  return living.run(desk, work);
}
