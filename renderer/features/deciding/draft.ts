import { nearestLanguage } from '../../../locales/resources.ts';
import type { LanguageCount } from '../../../shared/desk/detail.ts';
import { filled, type Messages, type Names, withPlaces } from '../../../shared/desk/message.ts';
import type { Template } from '../../../shared/desk/workspace.ts';
import type { Reason, ReasonedAction } from '../../../shared/domain/reasons.ts';
import type { Prepared } from '../../i18n/prepared.ts';

/** Who is to read what a decision says. */
export interface Audience {
  languages: LanguageCount[];
  /** The one role that it is about; else each text keeps its places, and the desk fills them for each. */
  role?: { function: string; body: string };
}

/** Those who read one text: `language` is one of the interface, `others` those of theirs that it has no texts in. */
export interface Readers {
  language: string;
  count: number;
  others: string[];
}

/** What a person has written in place of a text, and what that text was for. */
interface Own {
  text: string;
  from: string;
}

/** A text in the making. What the person has not touched follows the reason and the template; what they wrote stays. */
export interface Draft {
  action: ReasonedAction;
  reason: Reason | undefined;
  template: Template | undefined;
  /** By language of the interface. */
  own: Readonly<Record<string, Own>>;
}

/** The readers of each text, those of the most frequent language first. */
export function readersBy(languages: readonly LanguageCount[]): Readers[] {
  const readers = new Map<string, Readers>();
  for (const { language, count } of languages) {
    const nearest = nearestLanguage(language);
    const known = readers.get(nearest) ?? { language: nearest, count: 0, others: [] };
    const isServed = `${language}-`.startsWith(`${nearest}-`);
    readers.set(nearest, {
      ...known,
      count: known.count + count,
      others: isServed ? known.others : [...known.others, language],
    });
  }
  return [...readers.values()].sort((a, b) => b.count - a.count);
}

/** The texts of a draft as they stand, for its audience. */
export class Texts {
  readonly #draft: Draft;
  readonly #prepared: Prepared;
  readonly #role: Audience['role'];

  constructor(draft: Draft, prepared: Prepared, role: Audience['role']) {
    this.#draft = draft;
    this.#prepared = prepared;
    this.#role = role;
  }

  /** What is to be said in a language. */
  in(language: string): string {
    return this.#draft.own[language]?.text ?? this.before(language);
  }

  /** What stood there before the person wrote. */
  before(language: string): string {
    const { action, reason, template } = this.#draft;
    const names = this.#names(language);
    const text =
      template?.texts[language] || (reason ? this.#prepared.text(action, reason, language) : '');
    return names ? filled(text, names) : text;
  }

  /** What the text of a language says in another one; undefined where nothing there stems from the same text. */
  translated(language: string, to: string): string | undefined {
    const isSame = this.isMissing(language) === this.isMissing(to);
    if (language === to || !isSame || this.written(language) === 'older') return undefined;
    return this.before(to) || undefined;
  }

  /** Whether the chosen template says nothing in a language, so that the prepared text stands there. */
  isMissing(language: string): boolean {
    const { template } = this.#draft;
    return template !== undefined && !template.texts[language];
  }

  /** Whether the person wrote the text: `yours`, or `older` where reason or template were chosen after it. */
  written(language: string): 'yours' | 'older' | undefined {
    const own = this.#draft.own[language];
    if (!own || own.text === this.before(language)) return undefined;
    return own.from === sourceOf(this.#draft) ? 'yours' : 'older';
  }

  /** What goes to persons of these languages, or to the one person in the first of them; undefined where nothing is said. */
  message(languages: readonly string[]): string | Messages | undefined {
    const [first = 'en'] = languages;
    if (this.#role) return this.in(first).trim() || undefined;
    const all = [...new Set([...languages, 'en'])];
    if (all.every((language) => this.in(language).trim() === '')) return undefined;
    const wordings = Object.fromEntries(
      all.map((language) => [
        language,
        { text: this.in(language).trim(), roles: this.#prepared.roles(language) },
      ]),
    );
    return { wordings, fallback: 'en' };
  }

  /** The texts of a new template: what the person wrote in these languages, else what stands in the first of them. */
  toKeep(languages: readonly string[]): Template['texts'] {
    const written = languages.filter((language) => this.written(language));
    const kept = written.length > 0 ? written : languages.slice(0, 1);
    return Object.fromEntries(
      kept.map((language) => {
        const names = this.#names(language);
        const text = this.in(language).trim();
        return [language, names ? withPlaces(text, names) : text];
      }),
    );
  }

  #names(language: string): Names | undefined {
    const role = this.#role;
    return role && { body: role.body, role: this.#prepared.role(role.function, language) };
  }
}

/** The draft with a text of the person's own. */
export function write(draft: Draft, language: string, text: string): Draft {
  return { ...draft, own: { ...draft.own, [language]: { text, from: sourceOf(draft) } } };
}

/** The draft with what stood there before the person wrote. */
export function restore(draft: Draft, language: string): Draft {
  const { [language]: _gone, ...own } = draft.own;
  return { ...draft, own };
}

/** For which reason and from which template a text is. */
function sourceOf({ reason, template }: Draft): string {
  return `${reason ?? ''} ${template?.id ?? ''}`;
}
