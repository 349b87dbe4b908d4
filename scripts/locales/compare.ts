import { placeholdersOf, pluralBases, splitForm, type Texts } from './texts.ts';

/** What is wrong with the texts, for `npm run locales:check` (PROTOCOL). */
export type Findings = {
  missing: { language: string; key: string }[];
  extra: { language: string; key: string }[];
  placeholders: { language: string; key: string; expected: string[]; found: string[] }[];
  plurals: { language: string; key: string; missing: string[]; superfluous: string[] }[];
};

/**
 * Compares one language with English, the source. Plural forms are judged by the language's own
 * categories (CLDR, by Intl.PluralRules), all else key by key. An empty text is missing.
 */
export function compareWithEnglish(language: string, texts: Texts, english: Texts): Findings {
  const pluralKeys = pluralBases(english);
  const baseOf = (key: string) => {
    const { base } = splitForm(key);
    return pluralKeys.has(base) ? base : key;
  };
  const wanted = new Set([...english.keys()].map(baseOf));
  const filled = [...texts].filter(([, text]) => text.trim() !== '').map(([key]) => key);
  const present = new Set(filled.map(baseOf));
  return {
    missing: [...wanted].filter((key) => !present.has(key)).map((key) => ({ language, key })),
    extra: [...texts.keys()]
      .filter((key) => !wanted.has(baseOf(key)))
      .map((key) => ({ language, key })),
    placeholders: filled.flatMap((key) => {
      const base = baseOf(key);
      const source = english.get(pluralKeys.has(base) ? otherFormOf(key) : key);
      if (source === undefined) return [];
      return differentPlaceholders(key, texts.get(key) ?? '', source).map((difference) => ({
        language,
        key,
        ...difference,
      }));
    }),
    plurals: [...pluralKeys]
      .filter((key) => present.has(key))
      .flatMap((key) => wrongForms(language, key, filled, english)),
  };
}

function otherFormOf(key: string): string {
  const { base, form } = splitForm(key);
  return `${base}_${form?.startsWith('ordinal_') ? 'ordinal_' : ''}other`;
}

/** A form for one exact number may leave the number out: "One request", "Keine Anfragen". */
function differentPlaceholders(key: string, text: string, source: string) {
  const expected = placeholdersOf(source);
  const found = placeholdersOf(text);
  const form = splitForm(key).form ?? '';
  const mayOmit = /(zero|one|two)$/.test(form) ? '{{count}}' : undefined;
  const isRight =
    found.every((name) => expected.includes(name)) &&
    expected.every((name) => found.includes(name) || name === mayOmit);
  return isRight ? [] : [{ expected, found }];
}

function wrongForms(language: string, key: string, filled: string[], english: Texts) {
  const kinds = (['cardinal', 'ordinal'] as const).filter((type) =>
    english.has(type === 'cardinal' ? `${key}_other` : `${key}_ordinal_other`),
  );
  const wanted = kinds.flatMap((type) => formsOf(language, type));
  const found = filled
    .map(splitForm)
    .flatMap(({ base, form }) => (base === key && form ? [form] : []));
  const missing = wanted.filter((form) => !found.includes(form));
  // i18next takes `zero` for the number 0 in every language that gives it.
  const superfluous = found.filter((form) => !wanted.includes(form) && form !== 'zero');
  return missing.length + superfluous.length === 0 ? [] : [{ language, key, missing, superfluous }];
}

function formsOf(language: string, type: 'cardinal' | 'ordinal'): string[] {
  const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
  return pluralCategories.map((form) => (type === 'ordinal' ? `ordinal_${form}` : form));
}
