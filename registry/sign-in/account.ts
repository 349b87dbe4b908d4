import { z } from 'zod';
import { languageSchema } from '../../shared/domain/vocabulary.ts';
import type { Account } from './signIn.ts';

const nameSchema = z.string().trim().min(1).max(200);

const accountClaimsSchema = z.object({
  given_name: nameSchema,
  family_name: nameSchema,
  email: z.string().trim().min(3).max(320),
  locale: z.string().optional().catch(undefined),
});

/** The account that claims tell of (OpenID Connect Core 5.1), or undefined where they do not tell enough. */
export function accountIn(claims: unknown): Account | undefined {
  const { data } = accountClaimsSchema.safeParse(claims);
  if (!data) return undefined;
  const language = data.locale && languageOf(data.locale);
  return {
    firstName: data.given_name,
    lastName: data.family_name,
    email: data.email,
    ...(language && { language }),
  };
}

/** A locale as short as this project needs it; some providers write `en_US`. */
function languageOf(locale: string): string | undefined {
  try {
    const { language, script, region } = new Intl.Locale(locale.replaceAll('_', '-'));
    const tag = [language, script, region].filter(Boolean).join('-');
    return languageSchema.safeParse(tag).data;
  } catch {
    return undefined;
  }
}
