import type { RoleRow } from '../../../shared/desk/queues.ts';
import { ask } from '../../desk/client.ts';
import type { Look } from './look.ts';

/** As many rows as are printed at most: about 80 pages. */
export const printLimit = 2000;

const pageSize = 500;

/**
 * The first rows of a view, at most `printLimit`, and how many there are.
 * @throws what the desk answered; the reason of the signal where that stopped it
 */
export async function readRows(
  look: Look,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<{ rows: RoleRow[]; total: number }> {
  const rows: RoleRow[] = [];
  for (;;) {
    const page = await ask('roles:page', { ...look, offset: rows.length, limit: pageSize });
    signal.throwIfAborted();
    rows.push(...page.rows);
    const { total } = page;
    const wanted = Math.min(total, printLimit);
    onProgress(Math.min(rows.length, wanted), wanted);
    if (rows.length >= wanted || page.rows.length === 0)
      return { rows: rows.slice(0, printLimit), total };
  }
}
