/**
 * Chromium lays out at most 2^25 device pixels and loses precision above 2^24, so a million rows of 44 px cannot
 * stand at their true places. Beyond the limit the scrolled element is lower than its rows: one pixel of scrolling
 * moves the rows by `factor` pixels.
 */
const limitDevicePx = 16_000_000;

/** How rows are placed in the element that is scrolled; `factor` 1 is their true height. */
export interface Scale {
  factor: number;
  rowPx: number;
}

/**
 * The scale for a number of rows.
 * @param pixelRatio device pixels to a CSS pixel, zoom included
 */
export function scaleOf(rows: number, rowPx: number, pixelRatio: number): Scale {
  return { factor: Math.max(1, (rows * rowPx * pixelRatio) / limitDevicePx), rowPx };
}

/** The share of the scrolled height that one row takes, in CSS pixels. */
export function shareOf({ factor, rowPx }: Scale): number {
  return rowPx / factor;
}

/** What to add below the last row's share, so that the last row can be scrolled up to the foot of the view. */
export function endSpace({ factor }: Scale, viewPx: number): number {
  return viewPx * (1 - 1 / factor);
}

/** Where a row stands in the scrolled element, in CSS pixels from its top, at a scroll position. */
export function topOf(index: number, { factor, rowPx }: Scale, scrollTop: number): number {
  return index * rowPx - (factor - 1) * scrollTop;
}

/** The indexes that a view shows from its first row on, with some more on both sides. */
export function rowsSeen(
  first: number,
  view: { heightPx: number; rowPx: number },
  rows: number,
  more: number,
): number[] {
  const from = Math.max(0, first - more);
  const to = Math.min(rows - 1, first + Math.ceil(view.heightPx / view.rowPx) + more);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}

/** The scroll position nearest to the present one that shows a row whole. */
export function scrollTopShowing(
  index: number,
  { factor, rowPx }: Scale,
  view: { scrollTop: number; heightPx: number },
): number {
  const rowTop = index * rowPx;
  const least = Math.max(0, (rowTop + rowPx - view.heightPx) / factor);
  const most = rowTop / factor;
  return Math.min(Math.max(view.scrollTop, least), Math.max(most, least));
}
