import { channel } from 'node:diagnostics_channel';

/** The moments between which a crash matters, in the order of the work: each leaves a state of its own behind. */
export const moments = [
  'migration:step',
  'migration:written',
  'migration:kept',
  'decide:written',
  'decide:kept',
  'release:kept',
  'push:marked',
  'push:answered',
  'results:written',
  'results:kept',
  'pull:answered',
  'page:written',
  'page:kept',
  'afresh:kept',
  'undo:kept',
  'checkpoint:sums',
  'checkpoint:kept',
  'set_aside:moved',
  'set_aside:saved',
] as const;
export type Moment = (typeof moments)[number];

const reached = channel('roledesk:moment');

/** Says that a moment is reached; nobody hears it but the tests that end the desk there. */
export function reach(moment: Moment): void {
  reached.publish(moment);
}
