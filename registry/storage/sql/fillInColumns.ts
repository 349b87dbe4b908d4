import type { Body } from '../../../shared/domain/body.ts';
import { bodyColumns } from '../columns.ts';
import type { Connection } from './connection.ts';
import { documents } from './select.ts';

/** Bodies that an older version kept have no columns yet: SQL cannot fold a name. */
export async function fillInColumns(db: Connection): Promise<void> {
  const old = await documents<Body>(db, `SELECT document FROM bodies WHERE name_key = ''`);
  for (const body of old) {
    const { parentId, nameKey, searchText, facets } = bodyColumns(body);
    await db.run(
      `UPDATE bodies SET parent_id = $1, name_key = $2, search_text = $3, facets = $4 WHERE id = $5`,
      ...[parentId, nameKey, searchText, facets, body.id],
    );
  }
}
