/** Of some languages the one nearest to a BCP 47 tag: itself, else the next of its parents (`sr-Latn-RS`, `sr-Latn`, `sr`). */
export function nearestOf(tag: string, languages: readonly string[]): string | undefined {
  const parts = tag.split('-');
  const family = parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
  return family.find((each) => languages.includes(each));
}
