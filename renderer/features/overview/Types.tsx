import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../shared/desk/overview.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Picture, type PictureFrame } from './Picture.tsx';

/** Open requests by the type of the role. */
export function Types({ figures, ...frame }: PictureFrame & { figures: Figures }) {
  const { t } = useTranslation(['overview', 'codes']);
  const { capital } = useFormat();
  return (
    <Picture
      {...frame}
      name="types"
      shape="bars"
      title={t('overview:types.title')}
      note={t('overview:types.note')}
      rows={t('overview:types.type')}
      empty={t('overview:noneOpen')}
      shown={{
        series: [{ name: t('overview:requests'), look: 'plain' }],
        groups: figures.types.map(({ type, mark }) => {
          const name = capital(t(`codes:roleType.${type}`));
          return { key: type, name, short: name, marks: [mark] };
        }),
      }}
    />
  );
}
