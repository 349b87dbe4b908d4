import { readDesk } from '../../../db/desk.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import { savePreferencesHere } from '../../../sync/preferences.ts';
import type { Desk } from '../desk.ts';

type PreferencesCalls = 'preferences:get' | 'preferences:save';

/** The calls about what a person has chosen. */
export function preferencesHandlers(desk: Desk): Pick<Handlers<'service'>, PreferencesCalls> {
  return {
    'preferences:get': () => readDesk(desk.store.reader).preferences,
    'preferences:save': (preferences) => {
      savePreferencesHere(desk.store, preferences);
      desk.changed(['preferences']);
    },
  };
}
