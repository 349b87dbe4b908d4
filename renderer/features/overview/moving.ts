import type { Shown, Spot } from './picture.ts';

/** Which keys go from group to group, and which from series to series. */
export interface Keys {
  back: string;
  on: string;
  down: string;
  up: string;
}
export const columnKeys: Keys = {
  back: 'ArrowLeft',
  on: 'ArrowRight',
  down: 'ArrowDown',
  up: 'ArrowUp',
};
export const barKeys: Keys = {
  back: 'ArrowUp',
  on: 'ArrowDown',
  down: 'ArrowLeft',
  up: 'ArrowRight',
};

/** Whether something is counted at a place: only then there are rows to go to. */
export function isCounted({ groups }: Shown, { group, series }: Spot): boolean {
  return (groups[group]?.marks[series]?.count ?? 0) > 0;
}

/** The first place where something is counted, or the last. */
export function endSpot(shown: Shown, end: 'first' | 'last'): Spot | undefined {
  const order = shown.groups.map((_, number) => number);
  return nearest(shown, end === 'first' ? order : order.toReversed(), 0);
}

/** Where a key leads from a mark, over what counts nothing; undefined where it leads nowhere. */
export function spotAfter(shown: Shown, at: Spot, key: string, keys: Keys): Spot | undefined {
  const order = shown.groups.map((_, number) => number);
  switch (key) {
    case keys.on:
      return nearest(shown, order.slice(at.group + 1), at.series);
    case keys.back:
      return nearest(shown, order.slice(0, at.group).toReversed(), at.series);
    case keys.up:
      return beside(shown, at, 1);
    case keys.down:
      return beside(shown, at, -1);
    case 'Home':
      return endSpot(shown, 'first');
    case 'End':
      return endSpot(shown, 'last');
    default:
      return undefined;
  }
}

/** In the first of these groups that counts anything: in the series, else in any other. */
function nearest(shown: Shown, groups: number[], series: number): Spot | undefined {
  const all = [series, ...shown.series.map((_, number) => number)];
  return groups
    .flatMap((group) => all.map((each) => ({ group, series: each })))
    .find((spot) => isCounted(shown, spot));
}

function beside(shown: Shown, at: Spot, step: 1 | -1): Spot | undefined {
  const next = { group: at.group, series: at.series + step };
  if (shown.series[next.series] === undefined) return undefined;
  return isCounted(shown, next) ? next : beside(shown, next, step);
}
