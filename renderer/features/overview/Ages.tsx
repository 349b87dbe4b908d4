import { useTranslation } from 'react-i18next';
import type { AgeSpan, Figures } from '../../../shared/desk/overview.ts';
import { Picture, type PictureFrame } from './Picture.tsx';

/** How old open requests are, and whether their service target is passed. */
export function Ages({ figures, ...frame }: PictureFrame & { figures: Figures }) {
  const { t } = useTranslation(['overview']);
  const nameOf = ({ from, to }: AgeSpan) => {
    if (from === 0)
      return { name: t('overview:ages.today'), short: t('overview:ages.short.today') };
    if (to === undefined)
      return {
        name: t('overview:ages.more', { days: from - 1 }),
        short: t('overview:ages.short.more', { days: from - 1 }),
      };
    if (from === to)
      return {
        name: t('overview:ages.days', { count: from }),
        short: t('overview:ages.short.days', { days: from }),
      };
    return {
      name: t('overview:ages.span', { from, to }),
      short: t('overview:ages.short.span', { from, to }),
    };
  };
  return (
    <Picture
      {...frame}
      name="ages"
      shape="columns"
      title={t('overview:ages.title')}
      note={t('overview:ages.note')}
      rows={t('overview:ages.age')}
      empty={t('overview:noneOpen')}
      shown={{
        series: [
          { name: t('overview:ages.overdue'), look: 'pressing' },
          { name: t('overview:ages.inTime'), look: 'plain' },
        ],
        groups: figures.ages.map(({ age, inTime, overdue }) => ({
          key: `${age.from}`,
          ...nameOf(age),
          marks: [overdue, inTime],
        })),
      }}
    />
  );
}
