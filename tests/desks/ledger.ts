import { expect } from 'vitest';
import { outbox } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import type { Storage } from '../../registry/storage/storage.ts';
import type { Decision } from '../../shared/wire/decisions.ts';
import type { TestDesk } from './desk.ts';

type Row = typeof outbox.$inferSelect;
/** The rows of an outbox by the decision's id. */
type Outbox = ReadonlyMap<string, Row>;

/** A decision that a desk has kept, and what the person there has made of it since. */
interface Kept {
  desk: TestDesk;
  decision: Decision;
  /** Taken back or replaced before it was sent; or settled, after it was shown as conflict or refused. */
  fate: 'stands' | 'undone' | 'replaced' | 'settled';
}

/** Knows every decision that desks have kept, and holds them to it. */
export class Ledger {
  readonly #kept = new Map<string, Kept>();

  get size(): number {
    return this.#kept.size;
  }

  /**
   * Does something to a desk's outbox, which may be the end of the desk, and notes what it kept.
   * @returns what the work answered, or undefined where the desk died over it
   */
  async at<T>(desk: TestDesk, work: (store: Store) => T): Promise<T | undefined> {
    const before = outboxOf(desk.store);
    const answer = desk.as(work);
    let after = outboxOf(desk.store);
    const { diedAt } = desk;
    if (diedAt) {
      await desk.reopen();
      const found = outboxOf(desk.store);
      const expected = diedAt.endsWith(':written') ? before : after;
      expect([...found.values()], `what ${diedAt} leaves of a call`).toEqual([
        ...expected.values(),
      ]);
      after = found;
    }
    this.#note(desk, before, after);
    return diedAt ? undefined : answer;
  }

  #note(desk: TestDesk, before: Outbox, after: Outbox): void {
    const roles = new Set([...after.values()].map(({ roleId }) => roleId));
    for (const [id, { state, roleId }] of before) {
      if (after.has(id)) continue;
      expect(state, 'what is under way is neither taken back nor replaced').not.toBe('sent');
      const known = this.#kept.get(id);
      if (!known) throw new Error('a decision that nobody has taken');
      const isSettled = state === 'conflict' || state === 'refused';
      known.fate = isSettled ? 'settled' : roles.has(roleId) ? 'replaced' : 'undone';
    }
    for (const [id, { decision }] of after) {
      if (!before.has(id)) this.#kept.set(id, { desk, decision, fate: 'stands' });
    }
  }

  /** Every decision is recorded once or shown to its desk, and what was taken back is neither. */
  async check(storage: Storage): Promise<void> {
    for (const [id, { desk, decision, fate }] of this.#kept) {
      const lines = await linesOf(storage, decision);
      const state = outboxOf(desk.store).get(id)?.state ?? 'gone';
      expect(allowed(fate, decision), `${fate} ${decision.action}`).toContain(`${lines} ${state}`);
    }
  }

  /** There is nothing in an outbox that nobody has taken. */
  checkOutbox(desk: TestDesk): void {
    for (const [id] of outboxOf(desk.store)) {
      expect(this.#kept.get(id)?.desk, 'a decision that nobody has taken').toBe(desk);
    }
  }
}

/** How often a decision may be in the audit log, and how it may stand in the outbox. */
function allowed(fate: Kept['fate'], { action }: Decision): string[] {
  // What the system suspended together comes back together (rule 11): a role may stand in the log by another decision of
  // the same batch, whatever became of its own.
  const byAnother = action === 'reactivate';
  if (fate !== 'stands') return byAnother ? ['0 gone', '1 gone'] : ['0 gone'];
  const usual = ['1 gone', '0 conflict', '0 refused'];
  return byAnother ? [...usual, '1 conflict', '1 refused'] : usual;
}

/** How often the audit log names this decision of this desk; each has a text of its own. */
async function linesOf(storage: Storage, decision: Decision): Promise<number> {
  const { roleId, action, message, desk, decidedAt } = decision;
  const lines = await storage.read((reader) => reader.history(roleId));
  return lines.filter(
    (line) =>
      line.action === action &&
      line.message === message &&
      line.desk === desk &&
      line.decidedAt === decidedAt,
  ).length;
}

function outboxOf({ reader }: Store): Outbox {
  const rows = reader.select().from(outbox).orderBy(outbox.number).all();
  return new Map(rows.map((row) => [row.id, row]));
}
