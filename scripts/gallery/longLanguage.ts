import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../package-program.ts';

/** English, made longer and strange: the language of nobody, by the tag that is customary for such. */
export const longLanguage = 'en-XA';

const locales = join(projectFolder, 'locales');

/** Writes it beside the languages of the window, for the next build to take in; git does not see it. */
export function writeLongLanguage(): void {
  const folder = join(locales, longLanguage);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(locales, 'en'))) {
    const texts: unknown = JSON.parse(readFileSync(join(locales, 'en', file), 'utf8'));
    writeFileSync(join(folder, file), JSON.stringify(lengthened(texts)));
  }
}

/** Takes it away again. */
export function forgetLongLanguage(): void {
  rmSync(join(locales, longLanguage), { recursive: true, force: true });
}

const strange: Readonly<Record<string, string>> = {
  ...{ a: 'ä', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ÿ', z: 'ž' },
  ...{ A: 'Å', E: 'É', I: 'Ï', O: 'Ø', U: 'Û', C: 'Ç', N: 'Ñ', S: 'Š', Y: 'Ý', Z: 'Ž' },
};

/** Placeholders of i18next, references to other texts, and tags: what must stay as it is. */
const kept = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]*>)/;

function lengthened(texts: unknown): unknown {
  if (typeof texts === 'string') return lengthenedText(texts);
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, lengthened(text)]));
}

/**
 * A text a good third longer, as German and Greek are, between brackets, so that what is cut off, joined from pieces or not
 * translated can be seen.
 */
export function lengthenedText(text: string): string {
  const words = text.split(kept).map((part, at) => (at % 2 === 1 ? part : accented(part)));
  const letters = text.replaceAll(new RegExp(kept, 'g'), '').length;
  const more = Math.ceil(letters * (letters < 20 ? 0.6 : 0.35));
  return `⟦${words.join('')}${'·'.repeat(more)}⟧`;
}

function accented(text: string): string {
  return [...text].map((letter) => strange[letter] ?? letter).join('');
}
