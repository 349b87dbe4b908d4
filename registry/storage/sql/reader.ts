import type { Body } from '../../../shared/domain/body.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { HistoryLine } from '../../../shared/wire/history.ts';
import type { Reader } from '../storage.ts';
import { searchBodies } from './bodySearch.ts';
import type { Connection, Numbers } from './connection.ts';
import { feedReader } from './feedReader.ts';
import { keptReader } from './keptReader.ts';
import { operatorTextRow, roleInBodyRow } from './rows.ts';
import { document, documents, ids, number } from './select.ts';

/** Reads on one connection; the caller opens and ends the transaction. */
export function sqlReader(db: Connection, numbers: Numbers): Reader {
  return {
    ...keptReader(db),
    ...feedReader(db, numbers),
    person: (id) => document<Person>(db, 'SELECT document FROM persons WHERE id = $1', id),
    personByUsername: (username) =>
      document<Person>(db, 'SELECT document FROM persons WHERE username = $1', username),
    accountToldAt: (username) =>
      number(db, 'SELECT told_at AS number FROM persons WHERE username = $1', username),
    people: (limit) =>
      documents<Person>(db, 'SELECT document FROM persons ORDER BY username LIMIT $1', limit),
    body: (id) => document<Body>(db, 'SELECT document FROM bodies WHERE id = $1', id),
    authoritiesIn: (country) =>
      documents<Body>(
        db,
        `SELECT document FROM bodies WHERE type = 'authority' AND country = $1 ORDER BY number`,
        country,
      ),
    operatorTexts: async (country) => {
      const rows = await db.rows(
        `SELECT id, name_key, search_text FROM bodies
         WHERE type = 'operator' AND country = $1 ORDER BY number`,
        country,
      );
      return rows.map((row) => operatorTextRow.parse(row));
    },
    searchBodies: (search) => searchBodies(db, search),
    role: (id) => document<Role>(db, 'SELECT document FROM roles WHERE id = $1', id),
    roles: (wanted) => {
      const places = wanted.map((_, index) => `$${index + 1}`).join();
      const statement = `SELECT document FROM roles WHERE id IN (${places}) ORDER BY id`;
      return wanted.length === 0 ? Promise.resolve([]) : documents<Role>(db, statement, ...wanted);
    },
    rolesInBody: async (bodyId) => {
      const rows = await db.rows('SELECT id, status FROM roles WHERE body_id = $1', bodyId);
      return rows.map((row) => roleInBodyRow.parse(row));
    },
    rolesOfPerson: async (personId) => {
      const statement = 'SELECT document FROM roles WHERE person_id = $1 ORDER BY id';
      const roles = await documents<Role>(db, statement, personId);
      return roles.sort((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt));
    },
    authoritiesBelow: (parentId) =>
      ids(db, 'SELECT id FROM bodies WHERE parent_id = $1 ORDER BY number', parentId),
    roleIdsNaming: (as, id) => ids(db, roleIdsNaming[as], id),
    history: (roleId) =>
      documents<HistoryLine>(
        db,
        'SELECT line AS document FROM history WHERE role_id = $1 ORDER BY number',
        roleId,
      ),
  };
}

const roleIdsNaming = {
  body: 'SELECT id FROM roles WHERE body_id = $1 ORDER BY id',
  responsible: 'SELECT id FROM roles WHERE responsible_id = $1 ORDER BY id',
};
