import { useTranslation } from 'react-i18next';
import texts from '../../../locales/en/request.json';
import { useWords } from '../../i18n/useWords.ts';

type Noun = keyof typeof texts.as;

/** What a person with a function is, as a noun inside a sentence; a function without one goes by its name. */
export function useRoleNoun(): (code: string) => string {
  const { t } = useTranslation(['request']);
  const words = useWords();
  return (code) => (isNoun(code) ? t(`request:as.${code}`) : words.function(code));
}

function isNoun(code: string): code is Noun {
  return Object.hasOwn(texts.as, code);
}
