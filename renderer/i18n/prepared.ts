import type { i18n } from 'i18next';
import codes from '../../locales/en/codes.json';
import texts from '../../locales/en/reasons.json';
import { languages } from '../../locales/resources.ts';
import type { Reason, ReasonedAction } from '../../shared/domain/reasons.ts';

/** What the interface says to the person of a role, in any of its languages. */
export interface Prepared {
  /** The whole text for a reason, with the places that `filled` fills; empty for a reason that the action does not know. */
  text: (action: ReasonedAction, reason: Reason, language: string) => string;
  /** What a function of a role is called; one that has no name goes by its code. */
  role: (code: string, language: string) => string;
  /** The names of all functions, by code. */
  roles: (language: string) => Record<string, string>;
}

/** The prepared texts, from the texts of the window. */
export function preparedTexts(i18n: i18n): Prepared {
  const inLanguage = new Map(
    languages.map((language) => [language, i18n.getFixedT(language, ['reasons', 'codes'])]),
  );
  const textsIn = (language: string) =>
    inLanguage.get(language) ?? i18n.getFixedT('en', ['reasons', 'codes']);
  const saying = (action: ReasonedAction, reason: string, language: string) => {
    const t = textsIn(language);
    const raw = { skipInterpolation: true };
    switch (action) {
      case 'reject':
        return isIn(texts.reject, reason) ? t(`reasons:reject.${reason}`, raw) : undefined;
      case 'suspend':
        return isIn(texts.suspend, reason) ? t(`reasons:suspend.${reason}`, raw) : undefined;
      case 'revoke_admin':
        return isIn(texts.revoke_admin, reason)
          ? t(`reasons:revoke_admin.${reason}`, raw)
          : undefined;
    }
  };
  const role = (code: string, language: string) =>
    isIn(codes.function, code) ? textsIn(language)(`codes:function.${code}`) : code;
  return {
    text: (action, reason, language) => {
      const said = saying(action, reason, language);
      const t = textsIn(language);
      return said === undefined
        ? ''
        : [t('reasons:opening'), said, t('reasons:closing')].join('\n\n');
    },
    role,
    roles: (language) =>
      Object.fromEntries(Object.keys(codes.function).map((code) => [code, role(code, language)])),
  };
}

function isIn<T extends object>(words: T, code: string): code is Extract<keyof T, string> {
  return Object.hasOwn(words, code);
}
