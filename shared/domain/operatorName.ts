import { distance } from 'fastest-levenshtein';

/** Legal forms, folded and without punctuation; of several words each counts alone (`sp. z o.o.`, `GmbH & Co. KG`). */
const legalForms: ReadonlySet<string> = new Set([
  ...['ab', 'ad', 'ae', 'ag', 'aps', 'as', 'bt', 'bv', 'bvba', 'co', 'cv', 'cvba', 'doo', 'ead'],
  ...['ee', 'eg', 'ek', 'eood', 'et', 'eurl', 'ev', 'gbr', 'gmbh', 'hb', 'ike', 'inc', 'is', 'kb'],
  ...['kd', 'kft', 'kg', 'kk', 'ks', 'lda', 'limited', 'llc', 'ltd', 'mb', 'nv', 'nyrt', 'ohg'],
  ...['ood', 'oo', 'ou', 'oy', 'oyj', 'plc', 'sa', 'sarl', 'sas', 'sasu', 'sc', 'sca', 'scrl'],
  ...['se', 'sia', 'sl', 'slu', 'snc', 'sp', 'spa', 'spol', 'srl', 'srls', 'sro', 'uab', 'ug'],
  ...['vof', 'z', 'zrt', 'αε', 'εε', 'επε', 'ικε', 'οε', 'ад', 'еад', 'еоод', 'ет', 'оод'],
]);

/** Names that differ in more than this part of their letters are not similar. */
const similarUpTo = 0.2;

/** The name of an operator as names are compared: its words without legal form, joined as they stand, and sorted. */
export interface ComparedName {
  joined: string;
  sorted: string;
}

/** What is compared of a folded name: neither punctuation, spaces nor legal form. */
export function comparedName(folded: string): ComparedName {
  const words = withoutLegalForm(wordsOf(folded));
  return { joined: words.join(''), sorted: [...words].sort().join('') };
}

/** How near two names are to each other: `same`, also with their words in another order, `similar`, or not at all. */
export function likenessOf(one: ComparedName, other: ComparedName): 'same' | 'similar' | undefined {
  if (one.joined === '' || other.joined === '') return undefined;
  if (one.joined === other.joined || one.sorted === other.sorted) return 'same';
  return isSimilar(one.joined, other.joined) ? 'similar' : undefined;
}

/** Whether few of the letters of the longer text would have to change (Levenshtein). */
function isSimilar(one: string, other: string): boolean {
  const most = similarUpTo * Math.max(one.length, other.length);
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** Letters with dots or strokes between them are one word: `B.V.`, `A/S`. */
function wordsOf(folded: string): string[] {
  const text = folded.replace(/(?<=(^|[^\p{L}\p{N}])\p{L})[./]\s?(?=\p{L}([^\p{L}]|$))/gu, '');
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Legal forms stand in front or at the end; a name that has nothing else keeps them. */
function withoutLegalForm(words: string[]): string[] {
  const isForm = (word: string) => legalForms.has(word);
  const start = words.findIndex((word) => !isForm(word));
  const end = words.findLastIndex((word) => !isForm(word));
  return start === -1 ? words : words.slice(start, end + 1);
}
