import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Prepared, preparedTexts } from './prepared.ts';

/** What the interface says to the person of a role, in any of its languages. */
export function usePrepared(): Prepared {
  const { i18n } = useTranslation(['reasons', 'codes']);
  return useMemo(() => preparedTexts(i18n), [i18n]);
}
