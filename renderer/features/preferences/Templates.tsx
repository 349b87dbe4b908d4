import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../shared/desk/workspace.ts';
import { useTemplates } from '../../desk/useTemplates.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import preferences from './Preferences.module.css';
import { byReason } from './reasonChoices.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import styles from './Templates.module.css';

/** The person's own texts for reasons: to see, make, change and delete. */
export function Templates() {
  const { t } = useTranslation(['preferences', 'codes']);
  const { templates, isFull, keep, remove, problem } = useTemplates();
  const [edited, setEdited] = useState<Template | 'new'>();
  const [deleted, setDeleted] = useState<Template>();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that deleted has gone with its row: the focus goes to the one that brings it back.
  useEffect(() => {
    if (deleted) undo.current?.focus();
  }, [deleted]);
  return (
    <section className={preferences.section} aria-labelledby="preferences-templates">
      <h2 id="preferences-templates">{t('preferences:templates.title')}</h2>
      <p className={preferences.note}>
        {t(`preferences:templates.${templates.length === 0 ? 'none' : 'description'}`)}
      </p>
      {byReason(templates).map(([first, ...others]) => (
        <ReasonTemplates
          key={`${first.action} ${first.reason}`}
          templates={[first, ...others]}
          onEdit={setEdited}
          onDelete={(template) => {
            remove(template.id);
            setDeleted(template);
          }}
        />
      ))}
      <p role="status" className={styles.status}>
        {problem && t(`codes:problem.${problem}`)}
        {deleted && (
          <>
            {t('preferences:templates.deleted', { name: deleted.name })}{' '}
            <Button
              ref={undo}
              variant="link"
              onPress={() => {
                keep(deleted);
                setDeleted(undefined);
              }}
            >
              {t('preferences:templates.undo')}
            </Button>
          </>
        )}
      </p>
      <div className={styles.foot}>
        <Button isDisabled={isFull} onPress={() => setEdited('new')} data-testid="template-new">
          {t('preferences:templates.new')}
        </Button>
        {isFull && <p>{t('preferences:templates.full')}</p>}
      </div>
      {edited && (
        <TemplateDialog
          template={edited === 'new' ? undefined : edited}
          onSave={(template) => {
            keep(template);
            setDeleted(undefined);
            setEdited(undefined);
          }}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

interface ReasonTemplatesProps {
  templates: [Template, ...Template[]];
  onEdit: (template: Template) => void;
  onDelete: (template: Template) => void;
}

function ReasonTemplates({ templates, onEdit, onDelete }: ReasonTemplatesProps) {
  const { t } = useTranslation(['preferences', 'codes']);
  const { list, language } = useFormat();
  const words = useWords();
  const [{ action, reason }] = templates;
  return (
    <section>
      <h3 className={styles.reason}>
        {t('preferences:templates.forReason', {
          action: t(`codes:action.${action}`),
          reason: words.reason(reason),
        })}
      </h3>
      <ul className={styles.templates}>
        {templates.map((template) => (
          <li key={template.id} className={styles.template}>
            <div className={styles.what}>
              <strong>{template.name}</strong>
              <span>{list(Object.keys(template.texts).map(language))}</span>
            </div>
            <Button
              variant="link"
              aria-label={t('preferences:templates.editOne', { name: template.name })}
              onPress={() => onEdit(template)}
            >
              {t('preferences:templates.edit')}
            </Button>
            <Button
              variant="link"
              aria-label={t('preferences:templates.deleteOne', { name: template.name })}
              onPress={() => onDelete(template)}
            >
              {t('preferences:templates.delete')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
