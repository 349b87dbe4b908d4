import i18next, { type TFunction } from 'i18next';
import { countryName, fullMoment } from '../../../shared/desk/reading.ts';
import type { ToService } from '../../../shared/desk/service.ts';

type ExportOrder = Extract<ToService, { kind: 'export' }>;

/** The words of a file: what stands in its head and cells, in the language of the interface. */
export interface Words {
  t: TFunction<['export', 'codes']>;
  /** The word for a code that the registry may one day extend; without one the code itself. */
  code: (family: 'function' | 'chapter' | 'reason' | 'refusal', code: string) => string;
  country: (code: string) => string;
  /** Date and time in full in the person's time zone; nothing for no moment. */
  moment: (at: string | null | undefined) => string;
}

/** Main sends the texts along: they lie in its bundle. */
export async function wordsOf(
  { language, texts }: Pick<ExportOrder, 'language' | 'texts'>,
  timeZone: string,
): Promise<Words> {
  const i18n = i18next.createInstance({
    lng: language,
    fallbackLng: 'en',
    ns: ['export', 'codes'],
    resources: texts,
    interpolation: { escapeValue: false },
  });
  await i18n.init();
  const t = i18n.getFixedT<['export', 'codes']>(null, ['export', 'codes']);
  return {
    t,
    code: (family, code) => {
      const words: unknown = i18n.getResource(language, 'codes', `${family}.${code}`);
      return typeof words === 'string' ? words : code;
    },
    country: (code) => countryName(code, language),
    moment: (at) => (at ? fullMoment(at, { language, timeZone }) : ''),
  };
}
