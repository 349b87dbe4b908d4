import { useQueryClient } from '@tanstack/react-query';
import type { LookBack, PictureName } from '../../../shared/desk/overview.ts';
import type { Workspace } from '../../../shared/desk/workspace.ts';
import { keyOf, useAsk, useTell } from '../../desk/useDesk.ts';

type Kept = NonNullable<Workspace['overview']>;

const first: Kept = { lookBack: 30, tables: [] };

/** How far the overview looks back and what it shows as a table: kept at once and for the next start. */
export function useLook() {
  const client = useQueryClient();
  const workspace = useAsk('workspace:get', undefined).data;
  const saving = useTell('workspace:save');
  const key = keyOf('workspace:get', undefined);
  const look = workspace && (workspace.overview ?? first);
  const change = (part: Partial<Kept>) => {
    if (!workspace || !look) return;
    const overview = { ...look, ...part };
    client.setQueryData(key, { ...workspace, overview });
    saving.mutate(
      { overview },
      { onError: () => void client.invalidateQueries({ queryKey: key }) },
    );
  };
  return {
    look,
    lookBack: (lookBack: LookBack) => change({ lookBack }),
    showTable: (picture: PictureName, isTable: boolean) => {
      const others = look?.tables.filter((each) => each !== picture) ?? [];
      change({ tables: isTable ? [...others, picture] : others });
    },
  };
}
