import type { Page } from '@playwright/test';
import { showBareList } from './bareList.ts';
import { atLeastShare, percentile, type Result } from './report.ts';

const pxPerSecond = 4000;
const seconds = 5;
const rounds = 5;

interface Scrolled {
  inTimePerSecond: number;
  blankRows: number;
}

/** What to scroll, and what counts as a row with content in it. */
interface List {
  scroller: string;
  row: string;
}

const deskList: List = { scroller: '[data-testid="roles"] > :last-child', row: '[data-role-id]' };
const bareList: List = { scroller: '#scroller', row: '[data-filled]' };

/** Scrolls the queue and a bare list of the same size in turn, each time on to rows that were not seen before. */
export async function measureScrolling(desk: Page, empty: Page): Promise<Result[]> {
  const view = await desk.locator(deskList.scroller).evaluate((element) => ({
    widthPx: element.clientWidth,
    heightPx: element.clientHeight,
    totalPx: element.scrollHeight,
  }));
  await empty.evaluate(showBareList, view);
  const found: Record<'desk' | 'bare', Scrolled[]> = { desk: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const how = { pxPerSecond, seconds, fromPx: round * pxPerSecond * seconds };
    found.bare.push(await empty.evaluate(scroll, { ...bareList, ...how }));
    found.desk.push(await desk.evaluate(scroll, { ...deskList, ...how }));
  }
  const rate = (name: string, of: Scrolled[]) => ({
    name,
    unit: 'frames in time',
    perSecond: percentile(
      of.map(({ inTimePerSecond }) => inTimePerSecond),
      0.5,
    ),
  });
  const blank = found.desk.reduce((sum, { blankRows }) => sum + blankRows, 0);
  return [
    atLeastShare(
      0.97,
      rate(`scrolling at ${pxPerSecond} px/s`, found.desk),
      rate('a bare list', found.bare),
    ),
    {
      name: 'blank rows while scrolling',
      unit: 'rows',
      value: blank,
      bar: '0',
      holds: blank === 0,
    },
  ];
}

/**
 * Runs in the window: scrolls a list at a steady speed and looks at each frame. A frame is in time when it comes at most
 * one and a half intervals of 60 Hz after the one before. A row is blank where the view shows its place and not its
 * content.
 */
function scroll(how: List & { pxPerSecond: number; seconds: number; fromPx: number }) {
  const { pxPerSecond, seconds, fromPx } = how;
  const scroller = document.querySelector(how.scroller);
  if (!scroller) throw new Error('There is nothing to scroll.');
  const rowPx = 44;
  const latestMs = (1000 / 60) * 1.5;
  const blankRows = () => {
    const { top, bottom } = scroller.getBoundingClientRect();
    const filledPx = [...scroller.querySelectorAll(how.row)]
      .map((row) => row.getBoundingClientRect())
      .reduce(
        (sum, row) => sum + Math.max(0, Math.min(row.bottom, bottom) - Math.max(row.top, top)),
        0,
      );
    return Math.ceil((bottom - top - filledPx) / rowPx - 0.5);
  };
  return new Promise<Scrolled>((resolve) => {
    let [inTime, blank, begunAt, lastAt] = [0, 0, 0, 0];
    const frame = (at: number) => {
      if (begunAt === 0) begunAt = at;
      else if (at - lastAt <= latestMs) inTime += 1;
      lastAt = at;
      const goneS = (at - begunAt) / 1000;
      scroller.scrollTop = fromPx + goneS * pxPerSecond;
      blank += blankRows();
      if (goneS < seconds) requestAnimationFrame(frame);
      else resolve({ inTimePerSecond: inTime / goneS, blankRows: blank });
    };
    // Where it begins, all is drawn before the clock runs.
    scroller.scrollTop = fromPx;
    setTimeout(() => requestAnimationFrame(frame), 500);
  });
}
