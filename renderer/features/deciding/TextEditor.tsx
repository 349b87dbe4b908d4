import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { messageLimit } from '../../../shared/wire/decisions.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './TextEditor.module.css';
import type { Drafting } from './useDraft.ts';

/** A text that is filled in for each person keeps room for their names. */
const openLimit = messageLimit - 1000;

/** The text in one language, to edit; beside it, where the person at the desk reads another, what it says in theirs. */
export function TextEditor({ draft }: { draft: Drafting }) {
  const { t, i18n } = useTranslation(['deciding']);
  const { list, language: nameOf } = useFormat();
  const { texts, language, isForOne, readers } = draft;
  const others = readers.find((each) => each.language === language)?.others ?? [];
  const translation = texts.translated(language, i18n.language);
  const saysNoReason =
    draft.reason === 'other' &&
    (!draft.template || texts.isMissing(language)) &&
    texts.written(language) === undefined;
  return (
    <div className={styles.editor}>
      <div className={translation && styles.columns}>
        <TextField
          label={t('deciding:dialog.message')}
          value={texts.in(language)}
          onChange={draft.write}
          multiline
          rows={11}
          lang={language}
          maxLength={isForOne ? messageLimit : openLimit}
          testId="message"
        />
        {translation && (
          <Translation text={translation} isOfBefore={texts.written(language) !== undefined} />
        )}
      </div>
      <div className={styles.notes} aria-live="polite">
        <Written draft={draft} />
        {saysNoReason && <p className={styles.strong}>{t('deciding:text.sayReason')}</p>}
        {!isForOne && <p>{t('deciding:text.each', { body: '{{body}}', role: '{{role}}' })}</p>}
        {!isForOne && others.length > 0 && (
          <p>{t('deciding:text.others', { languages: list(others.map(nameOf)) })}</p>
        )}
        <p>{t('deciding:dialog.messageHint')}</p>
      </div>
    </div>
  );
}

function Translation({ text, isOfBefore }: { text: string; isOfBefore: boolean }) {
  const { t, i18n } = useTranslation(['deciding']);
  const { language: nameOf } = useFormat();
  const id = useId();
  const key = isOfBefore ? 'translationBefore' : 'translation';
  return (
    <section className={styles.translation} aria-labelledby={id}>
      <h3 id={id}>{t(`deciding:text.${key}`, { language: nameOf(i18n.language) })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <p tabIndex={0}>{text}</p>
    </section>
  );
}

function Written({ draft: { texts, language, replace } }: { draft: Drafting }) {
  const { t } = useTranslation(['deciding']);
  const written = texts.written(language);
  if (!written) return null;
  return (
    <p className={styles.strong} data-testid="text-written">
      {t(`deciding:text.${written}`)}{' '}
      <Button variant="link" onPress={replace}>
        {t('deciding:text.replace')}
      </Button>
    </p>
  );
}
