import { useEffect, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../shared/desk/state.ts';
import { defaultPreferences } from '../../shared/domain/preferences.ts';
import { useAppearance } from '../desk/useAppearance.ts';
import { useAsk } from '../desk/useDesk.ts';
import { localeOf } from '../i18n/format.ts';
import { TimeZone } from '../i18n/timeZone.ts';
import { Desk } from './Desk.tsx';
import { SignedOut } from './SignedOut.tsx';
import { showAppearance } from './showAppearance.ts';
import { Unusable } from './Unusable.tsx';

/** The window: the desk of a person, or the way in, in the language that main says. */
export function App() {
  const info = useAsk('app:info', undefined).data;
  const language = useSpoken(info);
  const appearance = useAppearance();
  useLayoutEffect(() => showAppearance(appearance), [appearance]);
  const hasDesk = info?.hasDesk ?? false;
  const preferences = useAsk('preferences:get', undefined, { enabled: hasDesk }).data;
  if (!info) return null;
  return (
    <I18nProvider locale={localeOf(language)}>
      <TimeZone value={preferences?.timeZone ?? defaultPreferences.timeZone}>
        <Screen info={info} />
      </TimeZone>
    </I18nProvider>
  );
}

function Screen({ info }: { info: AppInfo }) {
  const { hasDesk, storeTrouble } = info;
  if (!hasDesk) return <SignedOut info={info} />;
  return storeTrouble ? <Unusable info={info} trouble={storeTrouble} /> : <Desk info={info} />;
}

/** Follows the language of main, and tells it to the document. */
function useSpoken(info: AppInfo | undefined): string {
  const { i18n } = useTranslation();
  const wanted = info?.language;
  useEffect(() => {
    if (wanted && wanted !== i18n.language) void i18n.changeLanguage(wanted);
  }, [i18n, wanted]);
  const { language } = i18n;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18n.dir(language);
  }, [i18n, language]);
  return language;
}
