import { useTranslation } from 'react-i18next';
import type { Look } from '../../../shared/desk/workspace.ts';
import { useAsk } from '../../desk/useDesk.ts';

/** The saved views, to be found in the palette by their names. */
export function useViewEntries(onLook: (look: Look, viewId: string) => void) {
  const { t } = useTranslation(['places']);
  const views = useAsk('workspace:get', undefined).data?.views ?? [];
  return views.map((view) => ({
    id: `view-${view.id}`,
    name: view.name,
    kind: t('places:views'),
    run: () => onLook(view, view.id),
  }));
}
