import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameLimit } from '../../../shared/desk/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './KeepTemplate.module.css';
import type { Drafting } from './useDraft.ts';

/** Keeps the text as a template, under a name, without leaving the dialog. */
export function KeepTemplate({ draft }: { draft: Drafting }) {
  const { t } = useTranslation(['deciding', 'ui']);
  const [name, setName] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const [kept, setKept] = useState<string>();
  const { language, texts, template } = draft;
  const isText = draft.reason !== undefined && texts.in(language).trim() !== '';
  const keep = () => {
    const wanted = name?.trim() ?? '';
    if (wanted === '') return setMissing(true);
    draft.keepAs(wanted);
    setKept(wanted);
    setName(undefined);
  };
  // Here Enter keeps the template and Escape lets it be; neither is for the dialog.
  const byKey = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && event.target instanceof HTMLInputElement;
    if (event.ctrlKey || event.metaKey || !(isEnter || event.key === 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (isEnter) keep();
    else setName(undefined);
  };
  if (name === undefined) {
    const isKept = kept !== undefined && template?.name === kept;
    return (
      <div className={styles.offer}>
        <Button
          variant="quiet"
          isDisabled={!isText || draft.isFull}
          onPress={() => {
            setMissing(false);
            setName('');
          }}
          data-testid="keep-template"
        >
          {t('deciding:text.keep')}
        </Button>
        <span role="status">
          {isKept && t('deciding:text.kept', { name: kept })}
          {draft.isFull && t('deciding:text.keepFull')}
        </span>
      </div>
    );
  }
  return (
    <div className={styles.naming} onKeyDownCapture={byKey}>
      <TextField
        label={t('deciding:text.keepAs')}
        value={name}
        onChange={setName}
        maxLength={nameLimit}
        error={isMissing ? t('deciding:text.nameMissing') : undefined}
        autoFocus
        testId="template-name"
      />
      <Button onPress={keep}>{t('deciding:text.keepIt')}</Button>
      <Button variant="quiet" onPress={() => setName(undefined)}>
        {t('ui:cancel')}
      </Button>
    </div>
  );
}
