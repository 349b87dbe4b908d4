import { readDesk, updateDesk } from '../../../db/desk.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { Desk } from '../desk.ts';

type WorkspaceCalls = 'workspace:get' | 'workspace:save';

/** The calls about how a person has arranged this desk. */
export function workspaceHandlers(desk: Desk): Pick<Handlers<'service'>, WorkspaceCalls> {
  return {
    'workspace:get': () => readDesk(desk.store.reader).workspace,
    'workspace:save': ({ defaultViewId, ...change }) => {
      desk.store.write((writer) => {
        const { defaultViewId: before, ...rest } = readDesk(writer).workspace;
        const opening = defaultViewId === undefined ? before : (defaultViewId ?? undefined);
        const workspace = { ...rest, ...change };
        updateDesk(writer, {
          workspace: opening === undefined ? workspace : { ...workspace, defaultViewId: opening },
        });
      });
      desk.changed(['workspace']);
    },
  };
}
