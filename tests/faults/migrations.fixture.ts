import { fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { asc, eq } from 'drizzle-orm';
import { readDesk } from '../../db/desk.ts';
import { refreshAllLines } from '../../db/lines.ts';
import { openStore } from '../../db/open.ts';
import { bodies, lines, outbox, persons, roles } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import type { OutboxState } from '../../shared/desk/outbox.ts';
import type { RecordedDecision } from '../../shared/domain/role.ts';
import { pick } from '../fixtures/drawn.ts';
import type { DeskContent } from '../fixtures/earlierStores.ts';
import { colleaguesAt, startRegistry } from '../fixtures/registry.ts';
import { startService } from '../fixtures/service.ts';
import { decideOffLine } from '../integration/desk/decidingOffLine.ts';

const states = ['held', 'waiting', 'sent', 'conflict', 'refused'] as const;
const dayMs = 24 * 60 * 60 * 1000;

const folder = mkdtempSync(join(tmpdir(), 'roledesk-migrations-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A desk with a hundred decisions in all states, and the registry that it has pulled from. */
export interface LivedIn {
  username: string;
  /** The database of the registry, which does not run. */
  registryFile: string;
  content: DeskContent;
  /** The lines that the present desk makes of it. */
  lines: (typeof lines.$inferSelect)[];
}

/** Lets a real desk pull, and decide on a hundred roles. */
export async function liveIn(): Promise<LivedIn> {
  const registry = await startRegistry({ seed: 500 });
  const [username] = await colleaguesAt(registry);
  const service = await startService({ registry, username });
  await service.untilSynced();
  await service.close();
  await registry.stop();
  const store = openStore(service.file, { environment: 'training' });
  decideOffLine(store, 100, { at: new Date(Date.now() - dayMs), holdMs: () => 10_000 });
  spreadStates(store);
  const lived = {
    ...{ username, registryFile: registry.file, content: contentOf(store) },
    lines: store.reader.select().from(lines).orderBy(asc(lines.id)).all(),
  };
  store.close();
  return lived;
}

/** Every state has a fifth of the decisions, one after the other. */
function spreadStates(store: Store): void {
  const theirs: RecordedDecision = {
    ...{ id: crypto.randomUUID(), action: 'reject', reason: 'other' },
    by: { personId: crypto.randomUUID(), name: 'A Colleague' },
    ...{ decidedAt: '2026-11-20T10:00:00.000Z', recordedAt: '2026-11-20T10:00:01.000Z' },
  };
  store.write((writer) => {
    const rows = writer.select().from(outbox).orderBy(asc(outbox.number)).all();
    for (const [at, { number, heldUntil }] of rows.entries()) {
      const state: OutboxState = pick(states, at);
      writer
        .update(outbox)
        .set({
          state,
          heldUntil: state === 'held' ? heldUntil : null,
          code: state === 'refused' ? 'not_allowed' : null,
          current: state === 'conflict' ? theirs : null,
        })
        .where(eq(outbox.number, number))
        .run();
    }
    refreshAllLines(writer);
  });
}

function contentOf({ reader }: Store): DeskContent {
  const { environment, deskId, cursor, pullNumber, me, lastSyncAt, ...rest } = readDesk(reader);
  if (!me || cursor === null || lastSyncAt === null) throw new Error('the desk is not synced');
  const { preferences, savedPreferences } = rest;
  return {
    desk: {
      ...{ environment, deskId, cursor, pullNumber, me, lastSyncAt },
      ...{ preferences, savedPreferences },
    },
    bodies: reader
      .select()
      .from(bodies)
      .all()
      .map(({ document }) => document),
    persons: reader
      .select()
      .from(persons)
      .all()
      .map(({ document }) => document),
    roles: reader
      .select()
      .from(roles)
      .all()
      .map(({ document }) => document),
    decisions: reader.select().from(outbox).orderBy(asc(outbox.number)).all(),
  };
}

/** A place where no store is yet, in a folder of its own. */
export function newFile(): string {
  return join(mkdtempSync(join(folder, 'one-')), 'store.sqlite');
}

/** A copy of a store or a registry that does not run, with all that lies beside it. */
export function copyOf(file: string): string {
  const copy = newFile();
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(basename(file))) continue;
    copyFileSync(join(dirname(file), name), copy + name.slice(basename(file).length));
  }
  return copy;
}

/** Every row of every table, and the version of the schema; looked at in a copy, so that the store stays as it is. */
export function everythingIn(file: string) {
  const client = new Database(copyOf(file));
  const tables = client
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => [name, client.prepare(`SELECT * FROM "${name}"`).all()]);
  const everything = {
    version: Number(client.pragma('user_version', { simple: true })),
    integrity: client.pragma('integrity_check', { simple: true }),
    strangers: client.pragma('foreign_key_check'),
    tables: Object.fromEntries(tables),
  };
  client.close();
  return everything;
}

/** How the desk is ended while it opens a store: at a moment, counted from 1, or after a while. */
export type Ending = { atMoment: number } | { afterMs: number };

/** What a desk told while it opened a store: `opening`, the moments that it came to, `opened`. */
export interface Opening {
  told: string[];
  /** From the first that it told to the last. */
  openedMs: number;
}

/** Opens a store in a process of its own. */
export async function openElsewhere(file: string, ending?: Ending): Promise<Opening> {
  const endsAt = ending && 'atMoment' in ending ? [String(ending.atMoment)] : [];
  const child = fork(join(import.meta.dirname, 'openingDesk.ts'), [file, ...endsAt]);
  const told: string[] = [];
  const at: number[] = [];
  child.on('message', (message) => {
    told.push(String(message));
    at.push(performance.now());
    if (message === 'opening' && ending && 'afterMs' in ending) {
      setTimeout(() => child.kill('SIGKILL'), ending.afterMs);
    }
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return { told, openedMs: (at.at(-1) ?? 0) - (at.at(0) ?? 0) };
}
