import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { endSpace, rowsSeen, scaleOf, scrollTopShowing, shareOf, topOf } from './scale.ts';

/** Rows beyond the edges of the view that are drawn all the same, ready for the next key. */
const more = 8;

/** The rows that a scrolled element shows, however many there are (see `scale.ts`). */
export function useScaledRows(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowPx: number,
) {
  const scale = scaleOf(rows, rowPx, window.devicePixelRatio);
  const viewPx = useRef(0);
  const rangeExtractor = useCallback(
    ({ startIndex, count }: Range) =>
      rowsSeen(startIndex, { heightPx: viewPx.current, rowPx }, count, more),
    [rowPx],
  );
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => shareOf(scale),
    paddingEnd: endSpace(scale, viewPx.current),
    isScrollingResetDelay: 80,
    rangeExtractor,
  });
  const scrollTop = virtualizer.scrollOffset ?? 0;
  const heightPx = virtualizer.scrollRect?.height ?? 0;
  viewPx.current = heightPx;
  const { factor } = scale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scale is another size of every row
  useEffect(() => virtualizer.measure(), [factor, rowPx, virtualizer]);

  const indexes = virtualizer.getVirtualIndexes();
  return {
    indexes,
    scrolling: virtualizer.isScrolling,
    heightPx: virtualizer.getTotalSize(),
    /** How many rows the view holds whole. */
    viewRows: Math.floor(heightPx / rowPx),
    topOf: (index: number) => topOf(index, scale, scrollTop),
    isSeen: (index: number) =>
      scrollTopShowing(index, scale, { scrollTop, heightPx }) === scrollTop,
    show: (index: number) =>
      virtualizer.scrollToOffset(scrollTopShowing(index, scale, { scrollTop, heightPx })),
    /** Scrolls by a number of rows, to keep a row in its place when others came in above it. */
    shift: (by: number) => virtualizer.scrollToOffset(scrollTop + by * shareOf(scale)),
    toTop: () => virtualizer.scrollToOffset(0),
  };
}
export type ScaledRows = ReturnType<typeof useScaledRows>;

/**
 * Keeps the current row in sight: shows it when another one becomes current, and holds it in its place on the screen
 * when rows come in or leave above it.
 * @param roleId the role at the index; undefined while another one is about to become current
 */
export function useSteadyRow(
  rows: ScaledRows,
  listKey: string,
  roleId: string | undefined,
  index: number | undefined,
): void {
  const before = useRef<{ listKey: string; roleId: string | undefined; index: number | undefined }>(
    undefined,
  );
  useLayoutEffect(() => {
    const then = before.current;
    before.current = { listKey, roleId, index };
    if (then && then.listKey !== listKey) rows.toTop();
    else if (index === undefined || then?.index === index) return;
    else if (isSame(then?.roleId, roleId) && then?.index !== undefined && rows.isSeen(then.index))
      rows.shift(index - then.index);
    else rows.show(index);
  });
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
