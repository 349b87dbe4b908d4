import { newWorkspace, type SavedView } from '../../../shared/desk/workspace.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';

/** What can be done with the saved views; `onDone` is called once it is kept. */
export function useViews() {
  const { views, defaultViewId } = useAsk('workspace:get', undefined).data ?? newWorkspace;
  const { mutate: save, isPending, error } = useTell('workspace:save');
  return {
    defaultViewId,
    isPending,
    error,
    setDefault: (id: string | undefined) => save({ defaultViewId: id ?? null }),
    /** A new one goes to the end, another one stays in its place. */
    keep: (view: SavedView, onDone?: () => void) =>
      save({ views: withView(views, view) }, { onSuccess: () => onDone?.() }),
    remove: ({ id }: SavedView, onDone: () => void) =>
      save(
        {
          views: views.filter((view) => view.id !== id),
          ...(id === defaultViewId && { defaultViewId: null }),
        },
        { onSuccess: onDone },
      ),
  };
}

function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  // As whom one works is not of the view: it is seen as one works then (rule 12).
  const { as: _, ...filter } = view.filter;
  const kept = { ...view, filter };
  const isNew = views.every(({ id }) => id !== view.id);
  return isNew ? [...views, kept] : views.map((each) => (each.id === view.id ? kept : each));
}
