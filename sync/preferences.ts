import { isDeepStrictEqual } from 'node:util';
import { readDesk, updateDesk } from '../db/desk.ts';
import type { Reader, Store } from '../db/store.ts';
import type { Preferences } from '../shared/domain/preferences.ts';
import { type Registry, RegistryProblem, type TaggedPreferences } from './registry.ts';

/** Keeps what a person has chosen, at once; `savePreferencesThere` takes it to the registry. */
export function savePreferencesHere(store: Store, preferences: Preferences): void {
  store.write((writer) => updateDesk(writer, { preferences }));
}

/** Whether something chosen here is not yet known to be saved at the registry. */
export function hasUnsavedPreferences(reader: Reader): boolean {
  const { preferences, savedPreferences } = readDesk(reader);
  return !isDeepStrictEqual(preferences, savedPreferences);
}

/**
 * Brings the preferences here and at the registry together: what was changed here is saved there, on top of what was
 * changed elsewhere. Returns whether those of this desk are other than before.
 */
export async function exchangePreferences(store: Store, registry: Registry): Promise<boolean> {
  const { preferences: mine, savedPreferences: base } = readDesk(store.reader);
  const agreed = await agree(registry, base, mine);
  return store.write((writer) => {
    // A person may have chosen anew in the meantime.
    const now = readDesk(writer).preferences;
    const preferences = mergePreferences(mine, now, agreed);
    updateDesk(writer, { preferences, savedPreferences: agreed });
    return !isDeepStrictEqual(now, preferences);
  });
}

/** What is to hold: each field as chosen here where it was changed here since `base`, else as it is elsewhere. */
export function mergePreferences(
  base: Preferences,
  mine: Preferences,
  theirs: Preferences,
): Preferences {
  const notifications = mergeFields(base.notifications, mine.notifications, theirs.notifications);
  return { ...mergeFields(base, mine, theirs), notifications };
}

function mergeFields<T extends object>(base: T, mine: T, theirs: T): T {
  const merged = { ...theirs };
  for (const key of keysOf(mine)) {
    if (mine[key] !== base[key]) merged[key] = mine[key];
  }
  return merged;
}

async function agree(
  registry: Registry,
  base: Preferences,
  mine: Preferences,
): Promise<Preferences> {
  const theirs: TaggedPreferences = await registry.preferences();
  const merged = mergePreferences(base, mine, theirs.preferences);
  if (isDeepStrictEqual(merged, theirs.preferences)) return merged;
  try {
    await registry.savePreferences(merged, theirs.etag);
    return merged;
  } catch (error) {
    // Somebody was quicker: on top of what stands now.
    if (error instanceof RegistryProblem && error.status === 412)
      return agree(registry, base, mine);
    throw error;
  }
}

function keysOf<T extends object>(fields: T): (keyof T)[] {
  return Object.keys(fields).filter((key): key is keyof T & string => key in fields);
}
