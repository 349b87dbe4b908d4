import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../shared/desk/state.ts';

/**
 * Names the window for the task bar: the environment first, then where the person is, as cut titles keep their
 * beginning. Undefined parts are left out.
 */
export function useWindowTitle({ environment }: AppInfo, ...where: (string | undefined)[]): void {
  const { t } = useTranslation(['environment', 'desktop']);
  const parts = [t(`environment:${environment}.name`), ...where, t('desktop:name')];
  const title = parts.filter((part) => part !== undefined).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
