import { away, conflict, refused } from './scenes/away.ts';
import { batch } from './scenes/batch.ts';
import { beginning, emptyQueue, firstPull } from './scenes/beginning.ts';
import { commands } from './scenes/commands.ts';
import { deciding, places, queues, request, sizes } from './scenes/desk.ts';
import { damagedStore, lockedStore, newerStore } from './scenes/store.ts';
import { clock, foreignAnswers, olderRegistry } from './scenes/world.ts';
import type { Scene } from './stage.ts';

/** Every state of the window, in the order in which a person may meet them. */
export const scenes: Record<string, Scene> = {
  beginning,
  firstPull,
  emptyQueue,
  queues,
  request,
  deciding,
  batch,
  commands,
  places,
  sizes,
  away,
  conflict,
  refused,
  foreignAnswers,
  olderRegistry,
  clock,
  lockedStore,
  newerStore,
  damagedStore,
};
