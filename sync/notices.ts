import { readDesk } from '../db/desk.ts';
import { judgeFor, knownRoles } from '../db/judge.ts';
import type { Reader } from '../db/store.ts';
import type { FromService } from '../shared/desk/service.ts';

export type Notice = Omit<Extract<FromService, { kind: 'notice' }>, 'kind'>;

/** The notice of requests that came in, as far as this desk may decide on them and its person wants to hear of them. */
export function noticeOfNewRequests(reader: Reader, entered: string[]): Notice | undefined {
  const { me, preferences } = readDesk(reader);
  if (!me || preferences.notifications.newRequest === 'off') return undefined;
  const judge = judgeFor(reader, me);
  const known = knownRoles(reader, entered);
  const open = entered.filter((roleId) => {
    const role = known.get(roleId);
    return role?.role.status === 'requested' && judge.objection('reject', role) === undefined;
  });
  return noticeOf('newRequest', open);
}

/** The notice of decisions that met newer ones, as far as the person wants to hear of them. */
export function noticeOfConflicts(reader: Reader, roleIds: string[]): Notice | undefined {
  const { preferences } = readDesk(reader);
  if (preferences.notifications.conflict === 'off') return undefined;
  return noticeOf('conflict', roleIds);
}

function noticeOf(notice: Notice['notice'], roleIds: string[]): Notice | undefined {
  const [roleId] = roleIds;
  return roleId === undefined ? undefined : { notice, roleId, count: roleIds.length };
}
