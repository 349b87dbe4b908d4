import type { i18n } from 'i18next';
import codes from '../../locales/en/codes.json';
import { nearestLanguage } from '../../locales/resources.ts';
import type { RoleDetail } from '../../shared/desk/detail.ts';
import { fullName, type Person } from '../../shared/domain/person.ts';
import type { Mail } from './mailto.ts';

/** Who writes: the person of the desk, and the names of the bodies that the person speaks for. */
interface Sender {
  person: Pick<Person, 'firstName' | 'lastName'>;
  bodies: string[];
  timeZone: string;
}

/** A mail to the person of a role about it, in that person's language, or else in English. */
export function requestMail(
  texts: i18n,
  { role, status, person, body }: Pick<RoleDetail, 'role' | 'status' | 'person' | 'body'>,
  { person: sender, bodies, timeZone }: Sender,
): Mail {
  const language = nearestLanguage(person.language);
  const t = texts.getFixedT(language, ['mail', 'codes']);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone },
  });
  const words = {
    body: body.name,
    role: isNamed(role.function) ? t(`codes:function.${role.function}`) : role.function,
    country: countryName(role.country ?? body.country, language),
    date: day.format(Date.parse(role.requestedAt)),
  };
  const asks = status === 'requested';
  const about = asks
    ? t(`mail:asked.${role.type}`, words)
    : t(`mail:has.${role.type}`, { ...words, status: t(`codes:status.${status}`) });
  const signed = [fullName(sender), ...bodies].join('\n');
  return {
    to: role.contactEmail ?? person.email,
    subject: oneLine(t(asks ? 'mail:subject.requested' : 'mail:subject.other', words)),
    body: [
      t('mail:greeting', { name: fullName(person) }),
      about,
      t('mail:question'),
      `${t('mail:regards')}\n${signed}`,
      t('mail:reference', { id: role.id }),
    ].join('\n\n'),
  };
}

function isNamed(code: string): code is keyof typeof codes.function {
  return Object.hasOwn(codes.function, code);
}

function countryName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** Names come from forms: what would break the line of a subject does not belong into it. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
}
