import { useTranslation } from 'react-i18next';
import { languages } from '../../../locales/resources.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { KeepTemplate } from './KeepTemplate.tsx';
import { TextEditor } from './TextEditor.tsx';
import styles from './TextParts.module.css';
import type { Drafting } from './useDraft.ts';

/** What is said to the person, or to each of several: from where the text is, in which language, and the text itself. */
export function TextParts({ draft }: { draft: Drafting }) {
  const { t } = useTranslation(['deciding']);
  const { language: nameOf, capital, number } = useFormat();
  const { readers, language, setLanguage, isForOne } = draft;
  const name = (tag: string) => capital(nameOf(tag));
  return (
    <>
      <div className={styles.choices}>
        {isForOne && <LanguageChoice draft={draft} name={name} />}
        {draft.templates.length > 0 && <TemplateChoice draft={draft} />}
      </div>
      {isForOne ? (
        <TextEditor draft={draft} />
      ) : (
        <Tabs
          label={t('deciding:text.languages')}
          tabs={readers.map((each) => ({
            id: each.language,
            name: name(each.language),
            note: number(each.count),
          }))}
          chosen={language}
          onChoose={setLanguage}
        >
          <TextEditor draft={draft} />
        </Tabs>
      )}
      <KeepTemplate key={draft.reason} draft={draft} />
    </>
  );
}

interface LanguageChoiceProps {
  draft: Drafting;
  name: (language: string) => string;
}

function LanguageChoice({ draft, name }: LanguageChoiceProps) {
  const { t } = useTranslation(['deciding']);
  const { list, language: nameOf } = useFormat();
  const { readers, language, setLanguage, theirs } = draft;
  const others = readers[0]?.others ?? [];
  const isTheirs = (id: string) => id === theirs && others.length === 0;
  return (
    <Choice
      label={t('deciding:text.language')}
      options={languages.map((id) => ({
        id,
        name: isTheirs(id) ? t('deciding:text.theirs', { language: name(id) }) : name(id),
      }))}
      value={language}
      onChange={setLanguage}
      description={
        others.length > 0
          ? t('deciding:text.noneInTheirs', { language: list(others.map(nameOf)) })
          : undefined
      }
      testId="text-language"
    />
  );
}

const prepared = '';

function TemplateChoice({ draft }: { draft: Drafting }) {
  const { t } = useTranslation(['deciding']);
  const { language: nameOf } = useFormat();
  const { templates, template, setTemplate, texts, language } = draft;
  return (
    <Choice
      label={t('deciding:text.source')}
      options={[{ id: prepared, name: t('deciding:text.prepared') }, ...templates]}
      value={template?.id ?? prepared}
      onChange={(id) => setTemplate(templates.find((each) => each.id === id))}
      description={
        texts.isMissing(language)
          ? t('deciding:text.notInTemplate', { language: nameOf(language) })
          : undefined
      }
      testId="template"
    />
  );
}
