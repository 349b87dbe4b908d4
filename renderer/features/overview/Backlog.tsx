import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../shared/desk/overview.ts';
import { Picture, type PictureFrame } from './Picture.tsx';
import { useStretchName } from './useStretchName.ts';

/** How many requests were open at the end of each day: those that still are, and those decided since. */
export function Backlog({ figures, ...frame }: PictureFrame & { figures: Figures }) {
  const { t } = useTranslation(['overview']);
  const nameOf = useStretchName(figures.unit);
  return (
    <Picture
      {...frame}
      name="backlog"
      shape="columns"
      title={t('overview:backlog.title')}
      note={t('overview:backlog.note')}
      rows={t(`overview:unit.${figures.unit}`)}
      empty={t('overview:backlog.empty')}
      shown={{
        latestFirst: true,
        series: [
          { name: t('overview:backlog.open'), look: 'plain' },
          { name: t('overview:backlog.decided'), look: 'striped' },
        ],
        groups: figures.backlog.map(({ stretch, open, decided }) => ({
          ...nameOf(stretch),
          marks: [open, decided],
        })),
      }}
    />
  );
}
