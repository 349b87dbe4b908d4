import { createContext } from 'react';
import { defaultPreferences } from '../../shared/domain/preferences.ts';

/** The IANA time zone of the preferences, for all that shows a time. */
export const TimeZone = createContext(defaultPreferences.timeZone);
