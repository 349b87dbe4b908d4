import { useTell } from '../../desk/useDesk.ts';
import { usePreferences } from './usePreferences.ts';

/** How to choose the language: spoken at once by window, menu and notices, and kept as a preference. */
export function useLanguage() {
  const { change } = usePreferences();
  const speak = useTell('app:language');
  return (language: string) => {
    speak.mutate({ language });
    change({ language });
  };
}
