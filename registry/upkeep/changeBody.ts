import { isDeepStrictEqual } from 'node:util';
import type { Body } from '../../shared/domain/body.ts';
import type { BodyChange } from '../../shared/wire/bodyUpkeep.ts';
import type { DueAtOf } from '../calendar.ts';
import { updateBody } from '../feed/publish.ts';
import { Problem } from '../http/problem.ts';
import { refreshDuplicates } from '../requests/duplicates.ts';
import type { Writer } from '../storage/storage.ts';
import { tellBelow } from './below.ts';
import { checkedChange } from './checkedChange.ts';
import { reassignRoles } from './reassign.ts';

/**
 * Changes a body to what the reference data say, and moves what hangs on it: roles below an authority that has moved,
 * roles of an activity that another authority has become responsible for.
 * @returns the body as it now stands
 * @throws {Problem} 404 where there is no such body, 422 with every field at fault
 */
export async function changeBody(
  writer: Writer,
  id: string,
  change: BodyChange,
  dueAtOf: DueAtOf,
): Promise<Body> {
  const before = await writer.body(id);
  if (!before) throw new Problem(404, 'not_found');
  const { parent, responsibles } = await checkedChange(writer, before, change);
  const { activities: _, ...fields } = change;
  const activities = before.activities.map((each) => {
    const responsible = responsibles.get(each.activity);
    return responsible ? { ...each, responsibleId: responsible.id } : each;
  });
  const next: Body = { ...before, ...fields, activities };
  const body = isDeepStrictEqual(next, before) ? before : await updateBody(writer, next);
  if (body.name !== before.name && body.type === 'operator') {
    await refreshDuplicates(writer, [before, body]);
  }
  if (parent) {
    await reassignRoles(writer, id, parent, dueAtOf, () => true);
    if (parent.id !== before.parentId) await tellBelow(writer, id);
  }
  for (const [activity, responsible] of responsibles) {
    await reassignRoles(writer, id, responsible, dueAtOf, (role) => role.function === activity);
  }
  return body;
}
