import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../shared/desk/overview.ts';
import { Picture, type PictureFrame } from './Picture.tsx';
import { useStretchName } from './useStretchName.ts';

/** How many decisions were taken each day, by what they did. */
export function Decisions({ figures, ...frame }: PictureFrame & { figures: Figures }) {
  const { t } = useTranslation(['overview']);
  const nameOf = useStretchName(figures.unit);
  return (
    <Picture
      {...frame}
      name="decisions"
      shape="columns"
      title={t(`overview:decisions.title.${figures.unit}`)}
      note={t('overview:decisions.note')}
      rows={t(`overview:unit.${figures.unit}`)}
      empty={t('overview:decisions.empty')}
      shown={{
        latestFirst: true,
        series: [
          { name: t('overview:decisions.approved'), look: 'plain' },
          { name: t('overview:decisions.rejected'), look: 'pressing' },
          { name: t('overview:decisions.other'), look: 'dotted' },
        ],
        groups: figures.decisions.map(({ stretch, approved, rejected, other }) => ({
          ...nameOf(stretch),
          marks: [approved, rejected, other],
        })),
      }}
    />
  );
}
