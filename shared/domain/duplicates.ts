import type { Body } from './body.ts';
import { fold } from './fold.ts';
import { type ComparedName, comparedName, likenessOf } from './operatorName.ts';

/** Why an operator is probably the same as another, the most telling first (rule 6). */
export const duplicateReasons = ['same_identifier', 'same_name', 'similar_name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** A reviewer is shown this many at most. */
export const duplicatesShown = 5;

/** An operator as operators are compared. */
export interface ComparedOperator {
  id: string;
  country: string;
  name: ComparedName;
  /** Identifiers and approval numbers, without what people write differently. */
  numbers: ReadonlySet<string>;
}

/** What is compared of an operator. */
export function comparedOperator(operator: Body): ComparedOperator {
  const { id, country, name, code = '', identifiers, activities } = operator;
  const numbers = [
    code,
    ...identifiers.map(({ value }) => value),
    ...activities.map(({ identifier = '' }) => identifier),
  ];
  return {
    ...{ id, country, name: comparedName(fold(name)) },
    numbers: comparedNumbers(numbers.map(fold)),
  };
}

/**
 * Folded numbers without spaces and punctuation. Their scheme is left out: one number goes by several (VAT, BTW, EORI).
 * What is short or has no digit tells nobody from another.
 */
export function comparedNumbers(folded: string[]): ReadonlySet<string> {
  const bare = folded.map((each) => each.replace(/[^\p{L}\p{N}]/gu, ''));
  return new Set(bare.filter((each) => each.length >= 5 && /\p{N}/u.test(each)));
}

/** Why one operator is probably the same as another, or undefined where it is not, or is that operator itself. */
export function reasonToSuspect(
  one: ComparedOperator,
  other: ComparedOperator,
): DuplicateReason | undefined {
  if (one.id === other.id || one.country !== other.country) return undefined;
  for (const number of one.numbers) if (other.numbers.has(number)) return 'same_identifier';
  const likeness = likenessOf(one.name, other.name);
  return likeness && `${likeness}_name`;
}

/** The valid operators that another is probably the same as, most telling first, at most `duplicatesShown`. */
export function duplicatesOf(operator: Body, others: Body[]): NonNullable<Body['duplicates']> {
  const compared = comparedOperator(operator);
  const found = others
    .filter(({ type, status }) => type === 'operator' && status === 'valid')
    .flatMap((other) => {
      const why = reasonToSuspect(compared, comparedOperator(other));
      return why ? [{ bodyId: other.id, name: other.name, why }] : [];
    });
  const rank = ({ why }: { why: DuplicateReason }) => duplicateReasons.indexOf(why);
  return found
    .sort(
      (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.bodyId < b.bodyId ? -1 : 1),
    )
    .slice(0, duplicatesShown);
}
