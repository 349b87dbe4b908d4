import type { Mark } from '../../../shared/desk/overview.ts';

/** Least length of a mark in px: what is counted is seen, however much stands beside it. */
export const leastPx = 3;
const gapPx = 1;

/** How wide a digit and, on average, a letter of a chart is. */
export const digitPx = 7;
export const letterPx = 6.4;

/** Where the marks that count something begin and end when one stands on the other; in px from the foot. */
export function stacked(marks: readonly Mark[], lengthOf: (count: number) => number) {
  let foot = 0;
  return marks.flatMap((mark, series) => {
    if (mark.count === 0) return [];
    const from = foot;
    const to = from + Math.max(leastPx, lengthOf(mark.count) - gapPx);
    foot = to + gapPx;
    return [{ mark, series, from, to }];
  });
}

/** As much of a text as has room for so many letters. */
export function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}
