import { useTranslation } from 'react-i18next';
import type texts from '../../../locales/en/queue.json';

/** The title of a column in the language of the window. */
export function Title({ of }: { of: keyof typeof texts.column }) {
  const { t } = useTranslation(['queue']);
  return t(`queue:column.${of}`);
}
