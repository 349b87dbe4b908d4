import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../shared/desk/overview.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Picture, type PictureFrame } from './Picture.tsx';

/** Open requests by the country of the role. */
export function Countries({ figures, ...frame }: PictureFrame & { figures: Figures }) {
  const { t } = useTranslation(['overview']);
  const format = useFormat();
  return (
    <Picture
      {...frame}
      name="countries"
      shape="bars"
      title={t('overview:countries.title')}
      note={t('overview:countries.note')}
      rows={t('overview:countries.country')}
      empty={t('overview:noneOpen')}
      shown={{
        series: [{ name: t('overview:requests'), look: 'plain' }],
        groups: figures.countries.map(({ country, mark }) => {
          const name =
            country === 'others'
              ? t('overview:countries.others', { count: mark.filter.countries.length })
              : format.country(country);
          return { key: country, name, short: name, marks: [mark] };
        }),
      }}
    />
  );
}
