import { useState } from 'react';
import type { Messages } from '../../../shared/desk/message.ts';
import type { Template } from '../../../shared/desk/workspace.ts';
import type { Reason, ReasonedAction } from '../../../shared/domain/reasons.ts';
import { useTemplates } from '../../desk/useTemplates.ts';
import { usePrepared } from '../../i18n/usePrepared.ts';
import { type Audience, type Draft, readersBy, restore, Texts, write } from './draft.ts';
import { lastReason } from './lastReason.ts';

/** The reason and the text of a decision in the making. */
export function useDraft(action: ReasonedAction, { languages, role }: Audience) {
  const prepared = usePrepared();
  const { templates, isFull, keep } = useTemplates();
  const [draft, setDraft] = useState(
    (): Draft => ({ action, reason: lastReason(action), template: undefined, own: {} }),
  );
  const readers = readersBy(languages);
  const theirs = readers[0]?.language ?? 'en';
  const [chosen, setLanguage] = useState<string>();
  const language = chosen ?? theirs;
  const texts = new Texts(draft, prepared, role);
  const written = role ? [language] : readers.map((each) => each.language);
  return {
    action,
    reason: draft.reason,
    setReason: (reason: Reason) => setDraft({ ...draft, reason, template: undefined }),
    /** The person's own texts for the reason, by name. */
    templates: templates
      .filter((each) => each.action === action && each.reason === draft.reason)
      .sort((a, b) => a.name.localeCompare(b.name)),
    template: draft.template,
    setTemplate: (template: Template | undefined) => setDraft({ ...draft, template }),
    readers,
    /** The language whose text is shown; for one person also the one in which it is sent. */
    language,
    setLanguage,
    theirs,
    isForOne: role !== undefined,
    texts,
    write: (text: string) => setDraft(write(draft, language, text)),
    replace: () => setDraft(restore(draft, language)),
    /** Keeps the text that is shown, and all that the person has written in other languages, to use again. */
    keepAs: (name: string) => {
      const { reason } = draft;
      if (reason === undefined) return;
      const shownFirst = [language, ...written.filter((each) => each !== language)];
      const kept = texts.toKeep(shownFirst);
      const template = { id: crypto.randomUUID(), name, action, reason, texts: kept };
      keep(template);
      const own = Object.entries(draft.own).filter(([each]) => !(each in kept));
      setDraft({ ...draft, template, own: Object.fromEntries(own) });
    },
    isFull,
    message: (): string | Messages | undefined => texts.message(written),
  };
}
export type Drafting = ReturnType<typeof useDraft>;
