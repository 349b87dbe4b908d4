import { useTranslation } from 'react-i18next';
import type { Theme } from '../../../shared/desk/state.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { Choice } from '../../ui/Choice.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Light or dark, for this computer; main tells the window's style sheets. */
export function ThemeChoice() {
  const { t } = useTranslation(['preferences']);
  const info = useAsk('app:info', undefined).data;
  const theme = useTell('app:theme');
  return (
    <Choice
      label={t('preferences:theme.label')}
      options={themes.map((id) => ({ id, name: t(`preferences:theme.${id}`) }))}
      value={info?.theme}
      onChange={(chosen) => theme.mutate({ theme: chosen })}
      testId="preference-theme"
    />
  );
}
