import { nearestOf } from '../shared/domain/languages.ts';

/** The texts of every language, by language and feature; English is the source. */
export const resources: Record<string, Record<string, Record<string, unknown>>> = {};

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', {
  eager: true,
  import: 'default',
});
for (const [path, texts] of Object.entries(files)) {
  const [, language = '', feature = ''] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  resources[language] = { ...resources[language], [feature]: texts };
}

/** The languages that the window speaks, English first. */
export const languages = Object.keys(resources).sort((a, b) =>
  a === 'en' ? -1 : b === 'en' ? 1 : a.localeCompare(b),
);

/** The language of the interface nearest to a BCP 47 tag, else English. */
export function nearestLanguage(tag: string): string {
  return nearestOf(tag, languages) ?? 'en';
}
