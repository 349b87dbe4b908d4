import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import codes from '../../locales/en/codes.json';

/**
 * Words for codes that the registry may one day extend: functions, reasons, refusals, chapters, likenesses, lines of
 * the audit log; and for what a filter can choose. A code without words is shown as it is. Closed sets need no help:
 * `t(`codes:status.${status}`)`.
 */
export function useWords() {
  const { t } = useTranslation(['codes']);
  return useMemo(
    () => ({
      function: (code: string) => (isIn(codes.function, code) ? t(`codes:function.${code}`) : code),
      chapter: (code: string) => (isIn(codes.chapter, code) ? t(`codes:chapter.${code}`) : code),
      reason: (code: string) => (isIn(codes.reason, code) ? t(`codes:reason.${code}`) : code),
      likeness: (code: string) => (isIn(codes.likeness, code) ? t(`codes:likeness.${code}`) : code),
      done: (code: string) => (isIn(codes.done, code) ? t(`codes:done.${code}`) : code),
      status: (code: string) => (isIn(codes.status, code) ? t(`codes:status.${code}`) : code),
      roleType: (code: string) => (isIn(codes.roleType, code) ? t(`codes:roleType.${code}`) : code),
      due: (code: string) => (isIn(codes.due, code) ? t(`codes:due.${code}`) : code),
      claimed: (code: string) => (isIn(codes.claimed, code) ? t(`codes:claimed.${code}`) : code),
      advice: (code: string) =>
        isIn(codes.advice, code) ? t(`codes:advice.${code}.tag`) : t('codes:noAdvice'),
      refusal: (code: string) =>
        isIn(codes.refusal, code)
          ? t(`codes:refusal.${code}`, { code })
          : t('codes:refusal.unnamed', { code }),
    }),
    [t],
  );
}

function isIn<T extends object>(words: T, code: string): code is Extract<keyof T, string> {
  return Object.hasOwn(words, code);
}
