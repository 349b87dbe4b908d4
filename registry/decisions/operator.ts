import { pendingOperatorAfter } from '../../shared/domain/pendingOperator.ts';
import { updateBody } from '../feed/publish.ts';
import type { Writer } from '../storage/storage.ts';

/** Brings the operator that a request created in line with its roles (rule 6). */
export async function settleOperator(writer: Writer, bodyId: string): Promise<void> {
  const body = await writer.body(bodyId);
  if (body?.status !== 'pending') return;
  const settled = pendingOperatorAfter(body, await writer.rolesInBody(bodyId));
  if (settled) await updateBody(writer, settled);
}
