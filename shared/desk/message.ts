import { z } from 'zod';
import { nearestOf } from '../domain/languages.ts';
import { languageSchema } from '../domain/vocabulary.ts';
import { messageLimit } from '../wire/decisions.ts';
import { isKeepable } from '../wire/text.ts';

/** What a decision says to the person, as one text. */
export const messageSchema = z.string().max(messageLimit).refine(isKeepable);

/** What to say in one language: a text with places for names, and what it calls each function of a role. */
const wordingSchema = z.strictObject({
  text: messageSchema,
  roles: z.record(z.string().max(100), z.string().max(200).refine(isKeepable)),
});

/** What a decision says to persons of several languages; `fallback` is for those whose own is not there. */
export const messagesSchema = z
  .strictObject({ wordings: z.record(languageSchema, wordingSchema), fallback: languageSchema })
  .refine(({ wordings, fallback }) => Object.hasOwn(wordings, fallback), { path: ['fallback'] });
export type Messages = z.infer<typeof messagesSchema>;

/** The names that fill the places `{{body}}` and `{{role}}` of a text. */
export interface Names {
  body: string;
  role: string;
}

/** A text with its places filled, in one pass: braces inside a name are no place. */
export function filled(text: string, names: Names): string {
  return text.replace(/\{\{(body|role)\}\}/g, (_, place: keyof Names) => names[place]);
}

/** A text with places where it has the names as whole words, so that it serves others too: the reverse of `filled`. */
export function withPlaces(text: string, names: Names): string {
  const places = (['body', 'role'] as const)
    .filter((place) => names[place] !== '')
    .sort((a, b) => names[b].length - names[a].length);
  if (places.length === 0) return text;
  const words = places.map((place) => `(${literal(names[place])})`).join('|');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(whole, (_, first?: string) => `{{${places[first === undefined ? 1 : 0]}}}`);
}

/** A text as a pattern that matches nothing else. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What a decision says to one person about the role, in the person's language; nothing where that text is empty. */
export function messageFor(
  { wordings, fallback }: Messages,
  to: { language: string; function: string; body: string },
): string | undefined {
  const wording = wordings[nearestOf(to.language, Object.keys(wordings)) ?? fallback];
  if (!wording || wording.text.trim() === '') return undefined;
  const named = Object.hasOwn(wording.roles, to.function) ? wording.roles[to.function] : undefined;
  return filled(wording.text, { body: to.body, role: named ?? to.function });
}
