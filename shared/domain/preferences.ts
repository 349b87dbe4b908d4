import { z } from 'zod';
import { languageSchema } from './vocabulary.ts';

const noticeSchema = z.enum(['off', 'desktop']);

/** What a person has chosen; kept by the registry, usable off line. `timeZone` is an IANA name. */
export const preferencesSchema = z.object({
  language: languageSchema,
  timeZone: z.string().refine(isTimeZone),
  holdSeconds: z.int().min(0).max(600),
  notifications: z.object({
    newRequest: noticeSchema,
    dueSoon: noticeSchema,
    conflict: noticeSchema,
  }),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What holds until a person chooses. */
export const defaultPreferences: Preferences = {
  language: 'en',
  timeZone: 'Europe/Brussels',
  holdSeconds: 10,
  notifications: {
    newRequest: 'desktop',
    dueSoon: 'desktop',
    conflict: 'desktop',
  },
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
