import { useTranslation } from 'react-i18next';
import { ownNames } from './languages.ts';
import { useLanguage } from './useLanguage.ts';

/** The languages that the window can change to, to be found in the palette by their own names. */
export function useLanguageEntries() {
  const { t, i18n } = useTranslation(['preferences']);
  const choose = useLanguage();
  return ownNames
    .filter(({ id }) => id !== i18n.language)
    .map(({ id, name }) => ({
      id: `language-${id}`,
      name,
      kind: t('preferences:language.label'),
      run: () => choose(id),
    }));
}
