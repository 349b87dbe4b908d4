import i18next, { type i18n } from 'i18next';
import { nearestLanguage, resources } from '../locales/resources.ts';

/** The words of menu, notices, questions and mails, outside the window. */
export async function loadTexts(language: string): Promise<i18n> {
  const texts = i18next.createInstance({
    lng: nearestLanguage(language),
    fallbackLng: 'en',
    ns: ['desktop', 'commands', 'environment', 'mail', 'codes'],
    defaultNS: 'desktop',
    resources,
    interpolation: { escapeValue: false },
  });
  await texts.init();
  return texts;
}
