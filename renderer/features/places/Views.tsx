import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look, SavedView } from '../../../shared/desk/workspace.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import styles from './Places.module.css';
import { useViews } from './useViews.ts';
import { ViewDialog, type ViewQuestion } from './ViewDialog.tsx';
import { ViewMenu } from './ViewMenu.tsx';

interface ViewsProps {
  views: readonly SavedView[];
  /** What is looked at now; undefined where it is no queue. */
  look: Look | undefined;
  /** As whom one works: the views are counted so. */
  as: string | undefined;
  /** The view that the look began with, and whether it still is that. */
  current: SavedView | undefined;
  isUnchanged: boolean;
  onLook: (look: Look, viewId?: string) => void;
}

/** The saved views, each with its count and what can be done with it; and how to save another one. */
export function Views({ views, look, as, current, isUnchanged, onLook }: ViewsProps) {
  const { t } = useTranslation(['places']);
  const counts = useAsk('queues:viewCounts', { as }, { keepPrevious: true }).data;
  const { defaultViewId, setDefault, keep } = useViews();
  const [question, setQuestion] = useState<ViewQuestion>();
  const canSave = look !== undefined && !isUnchanged;
  if (views.length === 0 && !canSave) return null;
  return (
    <>
      <h2 className={styles.section} id="places-views">
        {t('places:views')}
      </h2>
      <ul aria-labelledby="places-views">
        {views.map((view) => {
          const { id, name } = view;
          const isChanged = id === current?.id && !isUnchanged;
          return (
            <PlaceLink
              key={id}
              label={name}
              note={isChanged ? t('places:view.changed') : undefined}
              isCurrent={id === current?.id && isUnchanged}
              onGo={() => onLook(view, id)}
              count={counts?.[id]}
              counted={t('places:counted.view', { count: counts?.[id] ?? 0 })}
              testId="view"
            >
              <ViewMenu
                name={name}
                isDefault={id === defaultViewId}
                onUpdate={isChanged && look ? () => keep({ ...view, ...look }) : undefined}
                onDefault={(isDefault) => setDefault(isDefault ? id : undefined)}
                onRename={() => setQuestion({ kind: 'rename', view })}
                onDelete={() => setQuestion({ kind: 'delete', view })}
              />
            </PlaceLink>
          );
        })}
      </ul>
      {canSave && (
        <div className={styles.save}>
          <Button
            variant="link"
            onPress={() => setQuestion({ kind: 'save', look })}
            data-testid="save-view"
          >
            <Icon name="plus" />
            {t('places:view.save')}
          </Button>
        </div>
      )}
      {question && (
        <ViewDialog
          question={question}
          views={views}
          onSaved={(view) => onLook(view, view.id)}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}
