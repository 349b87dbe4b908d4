import i18next, { type FormatterModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { nearestLanguage, resources } from '../../locales/resources.ts';
import { formatNumber } from './format.ts';

/** Numbers in texts are written as everywhere else in the window. */
const numbersAsElsewhere: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? formatNumber(value, language ?? 'en') : String(value),
};

/** The texts of the window in a language. */
export async function loadTexts(language: string): Promise<i18n> {
  const texts = i18next.createInstance().use(initReactI18next).use(numbersAsElsewhere);
  await texts.init({
    lng: nearestLanguage(language),
    fallbackLng: 'en',
    ns: Object.keys(resources.en ?? {}),
    resources,
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
  });
  return texts;
}
