import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../shared/desk/overview.ts';
import { endSpot, isCounted, type Keys, spotAfter } from './moving.ts';
import type { Shown, Spot } from './picture.ts';

/** Marks as one walks among them: one of them is in the order of tabs, arrows go to the others. */
export function useMarks(shown: Shown, keys: Keys, start: 'first' | 'last') {
  const [at, setAt] = useState<Spot>();
  const current = at && isCounted(shown, at) ? at : endSpot(shown, start);
  return {
    current,
    onFocus: setAt,
    onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const next = current && spotAfter(shown, current, event.key, keys);
      if (!next) return;
      event.preventDefault();
      const mark = event.currentTarget.querySelector(`[data-spot="${next.group} ${next.series}"]`);
      if (mark instanceof SVGElement) mark.focus();
    },
  };
}

/** Says what a mark counts: `Mon 23 Nov: approved, 12`. */
export function useMarkName() {
  const { t } = useTranslation(['overview']);
  return ({ series, groups }: Shown, spot: Spot, { count }: Mark) => {
    const group = groups[spot.group]?.name ?? '';
    const of = series.length > 1 ? series[spot.series]?.name : undefined;
    return of === undefined
      ? t('overview:mark.single', { group, count })
      : t('overview:mark.of', { group, series: of, count });
  };
}
