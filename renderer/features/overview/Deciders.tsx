import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../shared/desk/overview.ts';
import { Picture, type PictureFrame } from './Picture.tsx';

/** Who took the decisions. */
export function Deciders({ figures, ...frame }: PictureFrame & { figures: Figures }) {
  const { t } = useTranslation(['overview']);
  const nameOf = ({ by, mark }: Figures['deciders'][number]) => {
    if (by === 'me') return t('overview:deciders.me');
    if (by === 'others')
      return t('overview:deciders.others', { count: mark.filter.deciders?.length ?? 0 });
    return by.name;
  };
  return (
    <Picture
      {...frame}
      name="deciders"
      shape="bars"
      title={t('overview:deciders.title')}
      note={t('overview:deciders.note')}
      rows={t('overview:deciders.person')}
      empty={t('overview:decisions.empty')}
      shown={{
        series: [{ name: t('overview:deciders.decisions'), look: 'plain' }],
        groups: figures.deciders.map((decider) => ({
          key: decider.mark.filter.deciders?.join() ?? '',
          name: nameOf(decider),
          short: nameOf(decider),
          marks: [decider.mark],
        })),
      }}
    />
  );
}
