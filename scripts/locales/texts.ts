import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The texts of one language by their full key, `feature:nested.key`. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Reads `locales/<language>/<feature>.json`: one map of texts a language, sorted by language.
 * Throws for a value that is neither text nor a group of texts.
 */
export function readLanguages(folder: string): Map<string, Texts> {
  const languages = new Map<string, Map<string, string>>();
  for (const file of globSync('*/*.json', { cwd: folder }).sort()) {
    const language = dirname(file);
    const texts = languages.get(language) ?? new Map<string, string>();
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const [key, text] of flatten(content, `${basename(file, '.json')}:`)) texts.set(key, text);
    languages.set(language, texts);
  }
  return languages;
}

/** The texts of a nested object, their keys joined by dots behind `prefix`. */
export function flatten(value: unknown, prefix: string): [key: string, text: string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${prefix} should be an object of texts`);
  }
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' ? [[`${prefix}${name}`, inner]] : flatten(inner, `${prefix}${name}.`),
  );
}

/** The forms of i18next's JSON format v4 that a key may end with. */
const formEnd = /^(.+?)_((?:ordinal_)?(?:zero|one|two|few|many|other))$/;

/** A key without its plural form, and that form (`few`, `ordinal_one`), if it has one. */
export function splitForm(key: string): { base: string; form?: string } {
  const [, base, form] = formEnd.exec(key) ?? [];
  return base === undefined || form === undefined ? { base: key } : { base, form };
}

/** The keys of texts with plural forms, by the form `other`, which every language has. */
export function pluralBases(texts: Texts): Set<string> {
  const forms = [...texts.keys()].map(splitForm);
  return new Set(forms.filter(({ form }) => form?.endsWith('other')).map(({ base }) => base));
}

/** What a text takes in: names in `{{braces}}`, references `$t(…)` and tags, sorted. */
export function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)].map(
    ([, name]) => `{{${name}}}`,
  );
  const references = text.match(/\$t\([^)]*\)/g) ?? [];
  const tags = text.match(/<\/?\w+\s*\/?>/g) ?? [];
  return [...new Set([...names, ...references, ...tags])].sort();
}
