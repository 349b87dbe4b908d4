import { useQueryClient } from '@tanstack/react-query';
import { type Template, templateLimit, type Workspace } from '../../shared/desk/workspace.ts';
import { keyOf, useAsk, useTell } from './useDesk.ts';

const none: readonly Template[] = [];

/** A person's own texts for reasons, and how to keep and delete them: shown at once, saved by the desk, also off line. */
export function useTemplates() {
  const client = useQueryClient();
  const templates = useAsk('workspace:get', undefined).data?.templates ?? none;
  const saving = useTell('workspace:save');
  const key = keyOf('workspace:get', undefined);
  const change = (next: (before: Template[]) => Template[]) => {
    const workspace = client.getQueryData<Workspace>(key);
    if (!workspace) return;
    const changed = next(workspace.templates);
    client.setQueryData(key, { ...workspace, templates: changed });
    saving.mutate(
      { templates: changed },
      { onError: () => void client.invalidateQueries({ queryKey: key }) },
    );
  };
  const without = (id: string, all: Template[]) => all.filter((each) => each.id !== id);
  return {
    templates,
    isFull: templates.length >= templateLimit,
    /** Keeps a template, in place of the one with the same id. */
    keep: (template: Template) => change((all) => [...without(template.id, all), template]),
    remove: (id: string) => change((all) => without(id, all)),
    /** Why the last change was not saved, if it was not. */
    problem: saving.error?.code,
  };
}
