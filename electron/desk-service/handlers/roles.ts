import { checkSelection } from '../../../db/check.ts';
import { roleDetail } from '../../../db/detail.ts';
import { knownRole } from '../../../db/judge.ts';
import { CallRefused } from '../../../shared/desk/answers.ts';
import type { Handlers } from '../../../shared/desk/calls.ts';
import type { RoleHistory } from '../../../shared/desk/detail.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { offlineCauseOf } from '../../../sync/connect.ts';
import type { Desk } from '../desk.ts';

type RoleCalls = 'roles:detail' | 'roles:history' | 'roles:check';

/** The calls about single roles and selections of them. */
export function roleHandlers(desk: Desk): Pick<Handlers<'service'>, RoleCalls> {
  const { reader } = desk.store;
  return {
    'roles:detail': ({ roleId }) => roleDetail(reader, roleId),
    'roles:check': ({ roleIds }) => checkSelection(reader, roleIds),
    'roles:history': async ({ roleId }) => {
      const known = knownRole(reader, roleId);
      if (!known) throw new CallRefused('not_found');
      if (desk.sync.connection.state === 'offline') return historyHere(known.role);
      try {
        return { complete: true, lines: await desk.registry.history(roleId) };
      } catch (error) {
        if (offlineCauseOf(error) === undefined) throw error;
        return historyHere(known.role);
      }
    },
  };
}

/** What the role itself carries of its history. */
function historyHere({ revision, lastDecision }: Role): RoleHistory {
  if (!lastDecision) return { complete: false, lines: [] };
  const { action, by, decidedAt, recordedAt, reason, message } = lastDecision;
  const line = { action, actor: by, decidedAt, recordedAt, revision, reason, message };
  return { complete: false, lines: [line] };
}
