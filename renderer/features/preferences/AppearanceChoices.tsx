import { useTranslation } from 'react-i18next';
import { densities, textSizes, themes } from '../../../shared/desk/appearance.ts';
import { Choice } from '../../ui/Choice.tsx';
import { useAppearanceChange } from './useAppearanceChange.ts';

/** Light or dark, how close the rows stand, how large the text is: for this computer, at once. */
export function AppearanceChoices() {
  const { t } = useTranslation(['preferences']);
  const { appearance, change } = useAppearanceChange();
  return (
    <>
      <Choice
        label={t('preferences:theme.label')}
        options={themes.map((id) => ({ id, name: t(`preferences:theme.${id}`) }))}
        value={appearance.theme}
        onChange={(theme) => change({ theme })}
        testId="preference-theme"
      />
      <Choice
        label={t('preferences:density.label')}
        options={densities.map((id) => ({ id, name: t(`preferences:density.${id}`) }))}
        value={appearance.density}
        onChange={(density) => change({ density })}
        testId="preference-density"
      />
      <Choice
        label={t('preferences:textSize.label')}
        options={textSizes.map((percent) => ({
          id: `${percent}`,
          name: t('preferences:textSize.percent', { percent }),
        }))}
        value={`${appearance.textSize}`}
        onChange={(chosen) => {
          const textSize = textSizes.find((size) => `${size}` === chosen);
          if (textSize) change({ textSize });
        }}
        testId="preference-text-size"
      />
    </>
  );
}
