import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type Workspace, workspaceSchema } from '../shared/desk/workspace.ts';
import { type Preferences, preferencesSchema } from '../shared/domain/preferences.ts';
import { type Environment, environmentSchema } from '../shared/domain/vocabulary.ts';
import { type Decision, decisionSchema } from '../shared/wire/decisions.ts';
import { readSums } from './pageSums.ts';
import { sealOf } from './seal.ts';
import { eachFrame, pageSize } from './wal.ts';

/** A decision whose seal fits. The names are as they could be read. */
export interface SavedDecision {
  decision: Decision;
  batchId: string;
  personName: string;
  bodyName: string;
  targetName: string | null;
}

/** What could be saved from a damaged store. */
export interface Saved {
  /** In the order in which they were taken. */
  decisions: SavedDecision[];
  /** How many more were seen that cannot be trusted. */
  unreadable: number;
  desk?: {
    deskId: string;
    preferences: Preferences;
    savedPreferences: Preferences;
    /** Views and templates are a person's work. */
    workspace?: Workspace;
  };
}

/**
 * Reads what a damaged store holds, page by page where it must be, and takes what proves to be whole.
 * @param image where a copy may lie that SQLite can read: the store itself stays as it is
 */
export function salvage(file: string, image: string, environment: Environment): Saved {
  if (!existsSync(file)) return { decisions: [], unreadable: 0 };
  copyFileSync(file, image);
  applyLog(file, image);
  writeHeader(image);
  const client = new Database(image, { readonly: true });
  try {
    const desk = readDesk(client);
    const { rows, numbers } = readOutbox(client);
    // Decisions of another environment are not to be sent in this one.
    const isOther = desk?.environment !== undefined && desk.environment !== environment;
    const decisions = isOther ? new Map<number, SavedDecision>() : trusted(rows);
    return {
      decisions: [...decisions].sort(([a], [b]) => a - b).map(([, decision]) => decision),
      unreadable: numbers.size - decisions.size,
      ...(desk && !isOther ? { desk } : {}),
    };
  } finally {
    client.close();
  }
}

/**
 * Puts the pages of the log where a checkpoint would. Whether they are as they were written does not matter: what is
 * read from them has to prove itself. An older version of a page would bring back what was taken back since.
 */
function applyLog(file: string, image: string): void {
  const log = `${file}-wal`;
  const written = readSums(file);
  const { sums, end } = typeof written === 'string' ? {} : written;
  const inLog = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) / pageSize;
  const mostPages = Math.max(statSync(file).size / pageSize, sums?.length ?? 0) + inLog;
  const target = openSync(image, 'r+');
  try {
    eachFrame(log, end?.frames ?? 0, ({ page, content }) => {
      if (page < 1 || page > mostPages) return;
      writeSync(target, content, 0, pageSize, (page - 1) * pageSize);
    });
  } finally {
    closeSync(target);
  }
}

/**
 * What the header of every store says, without a log, and as many pages as there are.
 * Source: https://www.sqlite.org/fileformat2.html#the_database_header
 */
function writeHeader(image: string): void {
  const header = Buffer.alloc(100);
  const target = openSync(image, 'r+');
  try {
    readSync(target, header, 0, header.length, 0);
    header.write('SQLite format 3\0', 0, 'latin1');
    header.writeUInt16BE(pageSize, 16);
    Buffer.from([1, 1, 0, 64, 32, 32]).copy(header, 18);
    header.writeUInt32BE(Math.ceil(statSync(image).size / pageSize), 28);
    header.writeUInt32BE(schemaFormat, 44);
    header.writeUInt32BE(utf8, 56);
    // The number of pages holds for this change of the file.
    header.copy(header, 92, 24, 28);
    writeSync(target, header, 0, header.length, 0);
  } finally {
    closeSync(target);
  }
}

const schemaFormat = 4;
const utf8 = 1;

/** What was seen of the outbox. */
interface Seen {
  rows: unknown[];
  numbers: Set<unknown>;
}

/** By which index the numbers of the outbox can be had, where the table itself does not tell them. */
const indexes = {
  outbox_id_unique: 'id',
  outbox_by_role: 'role_id',
  outbox_by_batch: 'batch_id',
  outbox_by_state: 'state',
};

/** From the beginning and from the end, and one by one by their numbers, so that a bad page does not hide the others. */
function readOutbox(client: Database.Database): Seen {
  const rows = new Map<unknown, unknown>();
  for (const order of ['ASC', 'DESC']) {
    for (const row of readable(
      client,
      `SELECT * FROM outbox NOT INDEXED ORDER BY number ${order}`,
    )) {
      rows.set(row.number, row);
    }
  }
  const numbers = new Set(rows.keys());
  for (const [index, column] of Object.entries(indexes)) {
    for (const order of ['ASC', 'DESC']) {
      const sql = `SELECT number FROM outbox INDEXED BY ${index} ORDER BY ${column} ${order}`;
      for (const { number } of readable(client, sql)) numbers.add(number);
    }
  }
  for (const number of numbers) {
    if (rows.has(number)) continue;
    const [row] = readable(client, 'SELECT * FROM outbox WHERE number = ?', number);
    if (row) rows.set(number, row);
  }
  return { rows: [...rows.values()], numbers };
}

/** The rows that come before the first one that cannot be read. */
function* readable(
  client: Database.Database,
  sql: string,
  ...given: unknown[]
): Generator<Record<string, unknown>> {
  try {
    yield* client.prepare<unknown[], Record<string, unknown>>(sql).iterate(...given);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

const rowSchema = z.object({
  number: z.number(),
  batch_id: z.string(),
  decision: z.string(),
  seal: z.string(),
  person_name: z.string(),
  body_name: z.string(),
  // A store from before there were targets has no such column.
  target_name: z.string().nullable().default(null),
});

/** By number, the last one on each role. */
function trusted(rows: unknown[]): Map<number, SavedDecision> {
  const byRole = new Map<string, { number: number; saved: SavedDecision }>();
  for (const row of rows) {
    const fields = rowSchema.safeParse(row).data;
    const decision = fields && sealed(fields);
    if (!fields || !decision) continue;
    const { number, batch_id: batchId, person_name: personName } = fields;
    const { body_name: bodyName, target_name: targetName } = fields;
    const known = byRole.get(decision.roleId);
    if (known && known.number > number) continue;
    const saved = { decision, batchId, personName, bodyName, targetName };
    byRole.set(decision.roleId, { number, saved });
  }
  return new Map([...byRole.values()].map(({ number, saved }) => [number, saved]));
}

function sealed({ decision, seal }: { decision: string; seal: string }): Decision | undefined {
  const found = decisionSchema.safeParse(parsed(decision)).data;
  return found && sealOf(found) === seal ? found : undefined;
}

const deskSchema = z.object({
  environment: environmentSchema.optional().catch(undefined),
  desk_id: z.uuid(),
  preferences: z.string().transform(parsed).pipe(preferencesSchema),
  saved_preferences: z.string().transform(parsed).pipe(preferencesSchema),
  workspace: z.string().transform(parsed).pipe(workspaceSchema).optional().catch(undefined),
});

function readDesk(client: Database.Database) {
  const [row] = readable(client, 'SELECT * FROM desk');
  const read = deskSchema.safeParse(row).data;
  if (!read) return undefined;
  const { environment, desk_id: deskId, preferences, saved_preferences: savedPreferences } = read;
  const { workspace } = read;
  return {
    ...{ environment, deskId, preferences, savedPreferences },
    ...(workspace && { workspace }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
