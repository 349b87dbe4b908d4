import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDesk } from '../db/desk.ts';
import { storeWithOne } from '../db/world.fixture.ts';
import { defaultPreferences, type Preferences } from '../shared/domain/preferences.ts';
import {
  exchangePreferences,
  hasUnsavedPreferences,
  mergePreferences,
  savePreferencesHere,
} from './preferences.ts';
import { ScriptedRegistry } from './registry.fixture.ts';

const notice = fc.constantFrom('off', 'desktop');
const plain = { noNullPrototype: true };
const anyPreferences: fc.Arbitrary<Preferences> = fc.record(
  {
    language: fc.constantFrom('en', 'fr', 'de'),
    timeZone: fc.constantFrom('Europe/Brussels', 'Europe/Paris'),
    holdSeconds: fc.integer({ min: 0, max: 3 }),
    notifications: fc.record({ newRequest: notice, dueSoon: notice, conflict: notice }, plain),
  },
  plain,
);

function fieldsOf({ notifications, ...others }: Preferences) {
  return { ...others, ...notifications };
}

test('each field is as it was changed here, else as it is elsewhere', () => {
  fc.assert(
    fc.property(anyPreferences, anyPreferences, anyPreferences, (base, mine, theirs) => {
      const [was, here, there] = [base, mine, theirs].map(fieldsOf);
      const expected = Object.entries(here!).map(([key, value]) => [
        key,
        Reflect.get(was!, key) === value ? Reflect.get(there!, key) : value,
      ]);
      expect(fieldsOf(mergePreferences(base, mine, theirs))).toEqual(Object.fromEntries(expected));
    }),
  );
});

test('two desks that each save their own end with the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyPreferences, anyPreferences, async (one, other) => {
      const registry = new ScriptedRegistry();
      const stores = [storeWithOne().store, storeWithOne().store];
      savePreferencesHere(stores[0]!, one);
      savePreferencesHere(stores[1]!, other);
      for (const store of [...stores, ...stores]) await exchangePreferences(store, registry);
      const held = stores.map(({ reader }) => readDesk(reader).preferences);
      expect(held).toEqual([registry.stored.preferences, registry.stored.preferences]);
      for (const { reader } of stores) expect(hasUnsavedPreferences(reader)).toBe(false);
    }),
    { numRuns: 15 },
  );
});

test('where somebody saves in between, what was changed here goes on top of it', async () => {
  const { store } = storeWithOne();
  const registry = new ScriptedRegistry();
  savePreferencesHere(store, { ...defaultPreferences, language: 'fr' });
  const save = registry.savePreferences.bind(registry);
  registry.savePreferences = async (preferences, etag) => {
    registry.savePreferences = save;
    registry.stored = { preferences: { ...defaultPreferences, holdSeconds: 3 }, version: 2 };
    await save(preferences, etag);
  };
  expect(await exchangePreferences(store, registry)).toBe(true);
  const both = { ...defaultPreferences, language: 'fr', holdSeconds: 3 };
  expect(registry.stored.preferences).toEqual(both);
  expect(readDesk(store.reader).preferences).toEqual(both);
});

test('what is chosen while saving is under way is not lost', async () => {
  const { store } = storeWithOne();
  const registry = new ScriptedRegistry();
  savePreferencesHere(store, { ...defaultPreferences, language: 'fr' });
  const save = registry.savePreferences.bind(registry);
  registry.savePreferences = async (preferences, etag) => {
    await save(preferences, etag);
    savePreferencesHere(store, { ...defaultPreferences, language: 'de' });
  };
  await exchangePreferences(store, registry);
  expect(readDesk(store.reader).preferences.language).toBe('de');
  expect(hasUnsavedPreferences(store.reader)).toBe(true);
});
