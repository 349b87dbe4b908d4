import { environment, look } from './scenes/appearance.ts';
import { away, conflict, refused } from './scenes/away.ts';
import { batch } from './scenes/batch.ts';
import { beginning, emptyQueue, firstPull } from './scenes/beginning.ts';
import { commands, overview } from './scenes/commands.ts';
import { deciding, places, queues, request, sizes } from './scenes/desk.ts';
import { exporting, paper } from './scenes/exporting.ts';
import { reasons } from './scenes/reasons.ts';
import { countries, lookalike, passingOn } from './scenes/requests.ts';
import { damagedStore, lockedStore, newerStore } from './scenes/store.ts';
import { views } from './scenes/views.ts';
import { clock, foreignAnswers, olderRegistry, signedOut } from './scenes/world.ts';
import type { Scene } from './stage.ts';

/** Every state of the window, in the order in which a person may meet them. */
export const scenes: Record<string, Scene> = {
  beginning,
  firstPull,
  emptyQueue,
  queues,
  views,
  request,
  lookalike,
  passingOn,
  countries,
  deciding,
  reasons,
  batch,
  commands,
  overview,
  exporting,
  paper,
  places,
  sizes,
  look,
  environment,
  away,
  conflict,
  refused,
  foreignAnswers,
  olderRegistry,
  clock,
  signedOut,
  lockedStore,
  newerStore,
  damagedStore,
};
