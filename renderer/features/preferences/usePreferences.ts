import { useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { keyOf, useAsk, useTell } from '../../desk/useDesk.ts';

/** The preferences and how to change some of them: shown as chosen at once, saved by the desk, also off line. */
export function usePreferences() {
  const client = useQueryClient();
  const preferences = useAsk('preferences:get', undefined).data;
  const saving = useTell('preferences:save');
  const key = keyOf('preferences:get', undefined);
  const change = (part: Partial<Preferences>) => {
    const before = client.getQueryData<Preferences>(key);
    if (!before) return;
    const after = { ...before, ...part };
    client.setQueryData(key, after);
    saving.mutate(after, { onError: () => void client.invalidateQueries({ queryKey: key }) });
  };
  return { preferences, change, saving };
}
