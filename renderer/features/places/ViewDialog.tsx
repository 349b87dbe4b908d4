import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Look, nameLimit, type SavedView } from '../../../shared/desk/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useViews } from './useViews.ts';

/** What is asked about a view. */
export type ViewQuestion =
  | { kind: 'save'; look: Look }
  | { kind: 'rename'; view: SavedView }
  | { kind: 'delete'; view: SavedView };

interface ViewDialogProps {
  question: ViewQuestion;
  views: readonly SavedView[];
  /** Called with a view that is new. */
  onSaved: (view: SavedView) => void;
  onClose: () => void;
}

/** Asks for the name of a view, or whether it is to go. */
export function ViewDialog({ question, ...props }: ViewDialogProps) {
  return question.kind === 'delete' ? (
    <DeleteView view={question.view} onClose={props.onClose} />
  ) : (
    <NameView question={question} {...props} />
  );
}

function NameView(
  props: Omit<ViewDialogProps, 'question'> & {
    question: Exclude<ViewQuestion, { kind: 'delete' }>;
  },
) {
  const { question, views, onSaved, onClose } = props;
  const { t } = useTranslation(['places', 'ui', 'codes']);
  const form = useId();
  const { keep, isPending, error } = useViews();
  const [name, setName] = useState(question.kind === 'rename' ? question.view.name : '');
  const [objection, setObjection] = useState<'missing' | 'taken'>();
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    const others = views.filter((view) => question.kind === 'save' || view.id !== question.view.id);
    if (wanted === '') setObjection('missing');
    else if (others.some((view) => view.name === wanted)) setObjection('taken');
    else if (question.kind === 'rename') keep({ ...question.view, name: wanted }, onClose);
    else {
      const view = { ...question.look, id: crypto.randomUUID(), name: wanted };
      keep(view, () => {
        onSaved(view);
        onClose();
      });
    }
  };
  return (
    <Dialog
      title={t(`places:view.${question.kind === 'save' ? 'saveTitle' : 'renameTitle'}`)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isPending}>
            {t('places:view.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={confirm} noValidate>
        <TextField
          label={t('places:view.name')}
          value={name}
          onChange={(typed) => {
            setName(typed);
            setObjection(undefined);
          }}
          maxLength={nameLimit}
          error={objection && t(`places:view.${objection}`)}
          autoFocus
        />
      </form>
      {error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${error.code}`)}
        </Notice>
      )}
    </Dialog>
  );
}

function DeleteView({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const { t } = useTranslation(['places', 'ui', 'codes']);
  const { remove, isPending, error } = useViews();
  return (
    <Dialog
      title={t('places:view.deleteTitle', { name: view.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            variant="danger"
            autoFocus
            isPending={isPending}
            onPress={() => remove(view, onClose)}
          >
            {t('places:view.confirmDelete')}
          </Button>
        </>
      }
    >
      <p>{t('places:view.deleteText')}</p>
      {error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${error.code}`)}
        </Notice>
      )}
    </Dialog>
  );
}
