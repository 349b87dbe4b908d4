import { useTranslation } from 'react-i18next';
import { useCommands } from '../../desk/useCommands.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { FootLine, FootWords } from '../../ui/FootLine.tsx';

/** How the file that is written comes along, and how it ended, until the person has read that. */
export function ExportStatus() {
  const { t } = useTranslation(['export']);
  const state = useAsk('export:state', undefined).data;
  const { mutate: stop } = useTell('export:stop');
  const { mutate: dismiss } = useTell('export:dismiss');
  const { mutate: show } = useTell('export:show');
  const { mutate: start } = useTell('export:start');
  // Here, because the log can be exported from every place of the window.
  useCommands('log', { exportLog: () => start({ what: 'log' }) });
  if (!state || state.state === 'none') return null;
  const { file } = state;
  return (
    <FootLine data-testid="export-state" data-state={state.state}>
      {state.state === 'writing' && (
        <>
          <FootWords>
            {state.total === 0 ? t('export:starting', { file }) : t('export:writing', state)}
          </FootWords>
          <Button variant="link" onPress={() => stop(undefined)}>
            {t('export:stop')}
          </Button>
        </>
      )}
      {state.state === 'written' && (
        <>
          <FootWords role="status">{t('export:written', { file, count: state.rows })}</FootWords>
          <Button variant="link" onPress={() => show(undefined)}>
            {t('export:show')}
          </Button>
        </>
      )}
      {state.state === 'failed' && (
        <FootWords role="alert">{t(`export:failed.${state.why}`, { file })}</FootWords>
      )}
      {state.state !== 'writing' && (
        <Button variant="link" onPress={() => dismiss(undefined)}>
          {t('export:dismiss')}
        </Button>
      )}
    </FootLine>
  );
}
