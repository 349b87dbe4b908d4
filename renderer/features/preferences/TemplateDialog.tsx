import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../locales/resources.ts';
import { nameLimit, type Template } from '../../../shared/desk/workspace.ts';
import { messageLimit } from '../../../shared/wire/decisions.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { usePrepared } from '../../i18n/usePrepared.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { choiceOf, type ReasonChoice, reasonChoices } from './reasonChoices.ts';
import styles from './TemplateDialog.module.css';

interface TemplateDialogProps {
  /** The one to change; else a new one. */
  template: Template | undefined;
  onSave: (template: Template) => void;
  onCancel: () => void;
}

/** A person's own text for a reason: its name, what it is for, and what it says in each language. */
export function TemplateDialog({ template, onSave, onCancel }: TemplateDialogProps) {
  const { t, i18n } = useTranslation(['preferences', 'codes', 'ui']);
  const prepared = usePrepared();
  const [name, setName] = useState(template?.name ?? '');
  const [choice, setChoice] = useState(() => template && choiceOf(template));
  const [texts, setTexts] = useState<Template['texts']>(template?.texts ?? {});
  const [language, setLanguage] = useState(() => firstLanguage(texts, i18n.language));
  const [isTried, setTried] = useState(false);
  const missing = missingOf(name, choice, texts);

  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0 || !choice) return;
    const { action, reason } = choice;
    const id = template?.id ?? crypto.randomUUID();
    onSave({ id, name: name.trim(), action, reason, texts: withText(texts) });
  };
  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
  };
  const write = (text: string) => setTexts({ ...texts, [language]: text });
  const text = texts[language] ?? '';
  const isMissing = (part: Part) => isTried && missing.includes(part);

  return (
    <Dialog
      title={t(`preferences:templates.${template ? 'dialogEdit' : 'dialogNew'}`)}
      onClose={onCancel}
      width="wide"
      actions={
        <>
          <Button onPress={onCancel}>{t('ui:cancel')}</Button>
          <Button type="submit" form="template-form" variant="primary">
            {t('preferences:templates.save')}
          </Button>
        </>
      }
    >
      <form
        id="template-form"
        className={styles.form}
        onSubmit={save}
        onKeyDown={saveByKey}
        noValidate
      >
        <TextField
          label={t('preferences:templates.name')}
          value={name}
          onChange={setName}
          maxLength={nameLimit}
          error={isMissing('name') ? t('preferences:templates.nameMissing') : undefined}
          autoFocus
          testId="template-name"
        />
        <div className={styles.choices}>
          <ForReason choice={choice} onChoose={setChoice} isMissing={isMissing('reason')} />
          <WhichLanguage texts={texts} language={language} onChoose={setLanguage} />
        </div>
        <TextField
          label={t('preferences:templates.text')}
          description={t('preferences:templates.places', { body: '{{body}}', role: '{{role}}' })}
          value={text}
          onChange={write}
          multiline
          rows={10}
          lang={language}
          maxLength={messageLimit}
          error={isMissing('text') ? t('preferences:templates.textMissing') : undefined}
          testId="template-text"
        />
        {choice && text === '' && (
          <Button
            variant="link"
            onPress={() => write(prepared.text(choice.action, choice.reason, language))}
          >
            {t('preferences:templates.takePrepared')}
          </Button>
        )}
      </form>
    </Dialog>
  );
}

type Part = 'name' | 'reason' | 'text';

function missingOf(name: string, choice: ReasonChoice | undefined, texts: Template['texts']) {
  const parts: Part[] = [];
  if (name.trim() === '') parts.push('name');
  if (!choice) parts.push('reason');
  if (Object.keys(withText(texts)).length === 0) parts.push('text');
  return parts;
}

function withText(texts: Template['texts']): Template['texts'] {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}

/** A template opens in the language of the interface where it has a text in it, a new one in any case. */
function firstLanguage(texts: Template['texts'], language: string): string {
  const [first = language] = Object.keys(texts);
  return language in texts ? language : first;
}

interface ForReasonProps {
  choice: ReasonChoice | undefined;
  onChoose: (choice: ReasonChoice | undefined) => void;
  isMissing: boolean;
}

function ForReason({ choice, onChoose, isMissing }: ForReasonProps) {
  const { t } = useTranslation(['preferences', 'codes', 'deciding']);
  return (
    <Choice
      label={t('preferences:templates.reason')}
      placeholder={t('deciding:dialog.choose')}
      options={reasonChoices.map(({ id, action, reason }) => ({
        id,
        name: t('preferences:templates.forReason', {
          action: t(`codes:action.${action}`),
          reason: t(`codes:reason.${reason}`),
        }),
      }))}
      value={choice?.id}
      onChange={(id) => onChoose(reasonChoices.find((each) => each.id === id))}
      error={isMissing ? t('deciding:dialog.choose') : undefined}
      testId="template-reason"
    />
  );
}

interface WhichLanguageProps {
  texts: Template['texts'];
  language: string;
  onChoose: (language: string) => void;
}

function WhichLanguage({ texts, language, onChoose }: WhichLanguageProps) {
  const { t } = useTranslation(['preferences']);
  const { language: nameOf, capital } = useFormat();
  const written = withText(texts);
  const known = [...new Set([...languages, ...Object.keys(texts)])];
  return (
    <Choice
      label={t('preferences:templates.language')}
      options={known.map((id) => {
        const name = capital(nameOf(id));
        return {
          id,
          name: id in written ? t('preferences:templates.written', { language: name }) : name,
        };
      })}
      value={language}
      onChange={onChoose}
      testId="template-language"
    />
  );
}
