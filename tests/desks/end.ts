import { expect } from 'vitest';
import { readDesk } from '../../db/desk.ts';
import { refreshAllLines } from '../../db/lines.ts';
import { dropDecision, outboxCounts } from '../../db/outbox.ts';
import { bodies, lines, persons, roles } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import { settleStep, unresolvedAt } from './deciding.ts';
import type { TestDesk } from './desk.ts';
import { count, type Life, reopenDead } from './life.ts';

const longestHoldMs = 60_000;
/** A first attempt may still meet a connection that was broken before. */
const attempts = 3;

/** All faults end; what was held goes; desks sync until nothing is left; and everything is as it must be. */
export async function end(life: Life): Promise<void> {
  const { desks, ledger, base } = life;
  for (const desk of desks) desk.deathAt = undefined;
  await reopenDead(life);
  for (const desk of desks) {
    desk.mend();
    desk.clock.move(longestHoldMs);
  }
  for (const desk of desks) await syncToEnd(desk);
  await settleStep(life, { step: 'settle', desk: 0, isAnew: true });
  // What one desk sends in the first round the others pull in the second.
  for (const desk of desks) await syncToEnd(desk);
  for (const desk of desks) await syncToEnd(desk);
  for (const desk of desks) {
    expect(outboxCounts(desk.store.reader).waiting, 'what still waits').toBe(0);
    ledger.checkOutbox(desk);
  }
  await ledger.check(base.registry.storage);
  count(life, 'decisions kept', ledger.size);
  for (const desk of desks) settleAll(life, desk);
  const pulled = new Map<string, Told>();
  for (const desk of desks) {
    const { username, store } = desk;
    const told = pulled.get(username) ?? (await toldTo(life, username));
    pulled.set(username, told);
    expect(heldBy(store), 'what a desk holds').toEqual(told);
    expectLinesAsNew(store);
    expect(outboxCounts(store.reader)).toEqual({ waiting: 0, unresolved: 0 });
    expect(readDesk(store.reader).mishap, 'what happened to a store').toBeNull();
  }
}

async function syncToEnd(desk: TestDesk): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    desk.wake();
    await desk.quiet();
    if (desk.connection.state === 'online') return;
  }
  throw new Error(`a desk does not come back: ${JSON.stringify(desk.connection)}`);
}

function settleAll(life: Life, desk: TestDesk): void {
  for (const { id, state } of unresolvedAt(desk)) {
    desk.as((store) => dropDecision(store, id));
    count(life, `left ${state}`);
  }
}

/** Things by kind and id. */
type Told = Map<string, unknown>;

/** All that the registry tells somebody who pulls from the start. */
async function toldTo({ base }: Life, username: string): Promise<Told> {
  const { changes } = await (await base.registry.as(username)).pull();
  const told: Told = new Map();
  for (const change of changes) {
    if (change.kind === 'body') told.set(`body ${change.id}`, change.body);
    if (change.kind === 'person') told.set(`person ${change.id}`, change.person);
    if (change.kind === 'role') told.set(`role ${change.id}`, change.role);
  }
  return told;
}

function heldBy({ reader }: Store): Told {
  const of = (kind: string, table: typeof bodies | typeof persons | typeof roles) =>
    reader
      .select({ id: table.id, document: table.document })
      .from(table)
      .all()
      .map(({ id, document }): [string, unknown] => [`${kind} ${id}`, document]);
  return new Map([...of('body', bodies), ...of('person', persons), ...of('role', roles)]);
}

/** The lines are those that a desk would make that has just begun. */
function expectLinesAsNew({ reader, write }: Store): void {
  const all = () => reader.select().from(lines).orderBy(lines.id).all();
  const before = all();
  write((writer) => {
    writer.delete(lines).run();
    refreshAllLines(writer);
  });
  expect(before, 'the lines of a desk').toEqual(all());
}
