import { copyFileSync, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { sealOf } from '../../db/seal.ts';
import type { OutboxState } from '../../shared/desk/outbox.ts';
import { decisionSchema } from '../../shared/wire/decisions.ts';

/** Where a decision of a desk is, by its message and role. */
export interface KeptDecision {
  message: string;
  roleId: string;
  state: OutboxState | 'recorded';
}

/** A store as a process that was killed, or has ended, left it. */
export interface DeadStore {
  cursor: string | null;
  pullNumber: number;
  pullDone: boolean;
  pulled: number;
  /** Every thing by its kind and id, and by which pull from the start it was named last. */
  things: Map<string, { document: string; pullNumber: number }>;
  decisions: KeptDecision[];
}

/** Reads a store that no process has open, from a copy, so that nothing in it changes; makes sure that it is whole. */
export function readDead(file: string): DeadStore {
  const copied = `${file}-examined`;
  copyFileSync(file, copied);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copied}-wal`);
  const db = new Database(copied);
  try {
    expectWhole(db);
    const { pull_done, ...desk } =
      db
        .prepare<[], Omit<DeadStore, 'pullDone' | 'things' | 'decisions'> & { pull_done: number }>(
          'SELECT cursor, pull_number AS pullNumber, pull_done, pulled FROM desk',
        )
        .get() ?? none;
    return { ...desk, pullDone: pull_done === 1, things: thingsIn(db), decisions: decisionsIn(db) };
  } finally {
    db.close();
  }
}

/** A store that was not yet made anybody's. */
const none = { cursor: null, pullNumber: 1, pull_done: 0, pulled: 0 };

/** SQLite finds nothing wrong, and what is said twice, in a line and in what it is made of, says the same. */
function expectWhole(db: Database.Database): void {
  expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const found = (sql: string) => db.prepare(sql).all();
  expect(found('SELECT role_id FROM outbox GROUP BY role_id HAVING count(*) > 1')).toEqual([]);
  expect(found("SELECT id FROM outbox WHERE (state = 'held') <> (held_until IS NOT NULL)")).toEqual(
    [],
  );
  expect(
    found(`SELECT lines.id, unsent, state FROM lines LEFT JOIN outbox ON role_id = lines.id
           WHERE unsent IS NOT state`),
  ).toEqual([]);
  expect(
    found(`SELECT id FROM lines JOIN roles USING (id)
           WHERE revision <> json_extract(document, '$.revision')`),
  ).toEqual([]);
  expect(found('SELECT id FROM outbox JOIN recorded USING (id)')).toEqual([]);
}

function thingsIn(db: Database.Database): DeadStore['things'] {
  const of = (table: string, kind: string) =>
    db
      .prepare<[], { key: string; document: string; pullNumber: number }>(
        `SELECT '${kind} ' || id AS key, document, pull_number AS pullNumber FROM ${table}`,
      )
      .all()
      .map(({ key, ...thing }) => [key, thing] as const);
  return new Map([...of('bodies', 'body'), ...of('persons', 'person'), ...of('roles', 'role')]);
}

const states: readonly string[] = ['held', 'waiting', 'sent', 'conflict', 'refused'];

/** Every decision that the store knows of; those that wait have a seal that fits and a state that there is. */
function decisionsIn(db: Database.Database): KeptDecision[] {
  const waiting = db
    .prepare<[], { decision: string; seal: string; state: OutboxState }>(
      'SELECT decision, seal, state FROM outbox',
    )
    .all()
    .map(({ decision, seal, state }): KeptDecision => {
      const parsed = decisionSchema.parse(JSON.parse(decision));
      expect(seal).toBe(sealOf(JSON.parse(decision)));
      expect(states).toContain(state);
      return { message: parsed.message ?? '', roleId: parsed.roleId, state };
    });
  const recorded = db
    .prepare<[], KeptDecision>(
      `SELECT decision ->> 'message' AS message, decision ->> 'roleId' AS roleId,
         'recorded' AS state FROM recorded`,
    )
    .all();
  return [...waiting, ...recorded];
}
