import {
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { decide } from '../../db/decide.ts';
import { openStore } from '../../db/open.ts';
import { undo } from '../../db/outbox.ts';
import { lines } from '../../db/schema.ts';
import type { Reader, Store } from '../../db/store.ts';
import {
  aBody,
  aPerson,
  aRole,
  fileOf,
  newStoreFile,
  noon,
  storeWith,
} from '../../db/world.fixture.ts';
import type { Draw } from '../../registry/seed/draw.ts';

/** The files of a store by what their names end with. */
const ends = ['', '-wal', '-sums'] as const;
type End = (typeof ends)[number];

/** A store whose desk does not run: closed in order, or killed while its log was full of decisions. */
export function aStoreAtRest(how: 'closed' | 'killed'): string {
  const people = Array.from({ length: 150 }, () => aPerson());
  const bodies = people.map(() => aBody());
  const roles = people.flatMap((person, at) => aRole(bodies[at]!, person));
  const store = storeWith(bodies, people, roles);
  const file = fileOf(store);
  if (how === 'closed') {
    decideOnSome(store);
    store.close();
    return file;
  }
  store.close();
  const again = openStore(file, { environment: 'training' });
  decideOnSome(again);
  const left = copyOf(file);
  again.close();
  return left;
}

/** Decides on most of the roles, one by one and together, with short and long texts, and takes some back. */
function decideOnSome(store: Store): void {
  const seen = store.reader
    .select({ roleId: lines.id, revision: lines.revision })
    .from(lines)
    .all();
  for (let at = 0; at < 120; ) {
    const roles = seen.slice(at, at + 1 + (at % 7));
    const message = 'm'.repeat((at * 379) % 4000);
    const choice = { action: 'approve', roles, message } as const;
    const { batchId } = decide(store, choice, { at: noon, holdMs: 0 });
    if (at % 5 === 4) undo(store, { batchId });
    at += roles.length;
  }
}

export function copyOf(file: string): string {
  const copy = newStoreFile();
  for (const end of ends) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
  return copy;
}

/** What is done to one of the files of a store. */
export type Damage = { end: End; at: number } & ({ kind: 'flip'; bit: number } | { kind: 'cut' });

/** The log as often as the much larger file, the sums now and then. */
export function drawDamage(draw: Draw, file: string): Damage {
  const often: End[] = ['', '', '', '-wal', '-wal', '-wal', '-sums'];
  const end = draw.pick(often.filter((each) => existsSync(file + each)));
  const at = draw.between(0, statSync(file + end).size - 1);
  return draw.chance(0.25)
    ? { end, at, kind: 'cut' }
    : { end, at, kind: 'flip', bit: draw.between(0, 7) };
}

export function inflict(file: string, damage: Damage): void {
  const damaged = file + damage.end;
  if (damage.kind === 'cut') {
    truncateSync(damaged, damage.at);
    return;
  }
  const bytes = readFileSync(damaged);
  bytes[damage.at]! ^= 1 << damage.bit;
  writeFileSync(damaged, bytes);
}

/** Every row of every table. */
export function everythingOf(reader: Reader): Record<string, unknown> {
  const tables = reader.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [name, reader.all(sql`SELECT * FROM ${sql.identifier(name)}`)]),
  );
}

const pageSize = 4096;
const frameSize = pageSize + 24;
const headerSize = 32;

/**
 * Which decisions a damage may cost: those that lie on the pages that it hit. All of them where it hit what leads to
 * them.
 */
export function endangeredBy(damage: Damage, sound: string): (decisionId: string) => boolean {
  if (damage.end === '-sums') return () => false;
  const pages = hitPages(damage, sound);
  if (pages === 'unknown' || leadingPages(sound).some((page) => pages.includes(page))) {
    return () => true;
  }
  const image = imageOf(sound);
  const hit = pages.map((page) => image.subarray((page - 1) * pageSize, page * pageSize));
  return (id) => hit.some((page) => page.includes(id));
}

function hitPages({ end, at, kind }: Damage, sound: string): number[] | 'unknown' {
  if (end === '') {
    const [first, last] = [at, kind === 'cut' ? statSync(sound).size - 1 : at].map(
      (byte) => Math.floor(byte / pageSize) + 1,
    );
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
  }
  if (kind === 'cut') return 'unknown';
  if (at < headerSize) return [];
  const within = (at - headerSize) % frameSize;
  // A wrong number of the page hits the page that is named, and the one that is not.
  if (within < 4) return 'unknown';
  return [readFileSync(`${sound}-wal`).readUInt32BE(at - within)];
}

/** The pages of the schema, and those of the outbox and its rows that only lead to others or go on elsewhere. */
function leadingPages(sound: string): number[] {
  const copy = copyOf(sound);
  const db = new Database(copy);
  try {
    return db
      .prepare<[], number>(
        `SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'
         OR name = 'outbox' AND pagetype <> 'leaf'`,
      )
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

function imageOf(sound: string): Buffer {
  const copy = copyOf(sound);
  new Database(copy).exec('PRAGMA wal_checkpoint(TRUNCATE)').close();
  return readFileSync(copy);
}
