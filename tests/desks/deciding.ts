import { decide, decideAnew } from '../../db/decide.ts';
import { readDesk } from '../../db/desk.ts';
import { judgeFor, type KnownRole, knownRoles } from '../../db/judge.ts';
import { dropDecision, listOutbox, undo } from '../../db/outbox.ts';
import { roles as rolesTable } from '../../db/schema.ts';
import type { Store } from '../../db/store.ts';
import { statusAfter } from '../../shared/domain/transitions.ts';
import type { Action } from '../../shared/domain/vocabulary.ts';
import { pick } from '../fixtures/drawn.ts';
import type { TestDesk } from './desk.ts';
import { count, type Life } from './life.ts';
import type { StepOf } from './steps.ts';

const holdMs = 10_000;
/** Desks and their decisions never have the same time. */
const betweenDecisionsMs = 30;

const actions: Action[] = ['approve', 'reject', 'suspend', 'reactivate'];
const reasons: Partial<Record<Action, string>> = { reject: 'wrong_body', suspend: 'left_body' };
let messages = 0;

/** Somebody decides, on one role or on some together, on what the desk shows. */
export async function decideStep(life: Life, step: StepOf<'decide'>): Promise<void> {
  const desk = pick(life.desks, step.desk);
  const known = rolesAt(desk.store);
  const first = known[step.role % Math.max(1, known.length)];
  if (!first) return;
  const open = actions.filter((each) => statusAfter(each, first.role.status));
  const action = pick(open.length > 0 ? open : actions, step.action);
  const chosen = step.isCareless ? known : known.filter(isOpenTo(desk.store, action));
  const from = chosen.slice(step.role % Math.max(1, chosen.length)).slice(0, step.count);
  if (from.length === 0) return;
  desk.clock.move(betweenDecisionsMs);
  messages += 1;
  const reason = reasons[action];
  const answer = await life.ledger.at(desk, (store) =>
    decide(
      store,
      {
        action,
        roles: from.map(({ role }) => ({ roleId: role.id, revision: role.revision })),
        message: `decision ${messages}`,
        ...(reason && { reason }),
      },
      { at: desk.clock.now(), holdMs: step.isHeld ? holdMs : 0 },
    ),
  );
  for (const { outcome } of answer?.outcomes ?? []) count(life, `decision ${outcome}`);
  desk.follow();
}

/** A moment later. */
export function laterStep(life: Life, step: StepOf<'later'>): void {
  pick(life.desks, step.desk).clock.move(holdMs);
}

/** Somebody takes back a decision, or all that was decided with it. */
export async function undoStep(life: Life, step: StepOf<'undo'>): Promise<void> {
  const desk = pick(life.desks, step.desk);
  const { entries } = listOutbox(desk.store.reader);
  const entry = entries[step.which % Math.max(1, entries.length)];
  if (!entry) return;
  const what = step.isWhole ? { batchId: entry.batchId } : { decisionId: entry.id };
  const answer = await life.ledger.at(desk, (store) => undo(store, what));
  count(life, 'undone', answer?.undone ?? 0);
}

/** Somebody settles a conflict or a refusal, at that desk or the next that has one. */
export async function settleStep(life: Life, step: StepOf<'settle'>): Promise<void> {
  const [before, after] = [life.desks.slice(0, step.desk), life.desks.slice(step.desk)];
  const open = [...after, ...before].flatMap((desk) =>
    unresolvedAt(desk)
      .filter(({ canDecideAnew }) => canDecideAnew || !step.isAnew)
      .map((entry) => ({ desk, entry })),
  );
  const [found] = open;
  if (!found) return;
  const { desk, entry } = found;
  const { id: decisionId, currentRevision: revision } = entry;
  if (!step.isAnew || revision === undefined) {
    await life.ledger.at(desk, (store) => dropDecision(store, decisionId));
    count(life, 'settled: theirs');
    return;
  }
  desk.clock.move(betweenDecisionsMs);
  await life.ledger.at(desk, (store) =>
    decideAnew(store, { decisionId, revision }, { at: desk.clock.now(), holdMs: 0 }),
  );
  count(life, 'settled: decided anew');
  desk.follow();
}

/** What waits for a person at a desk. */
export function unresolvedAt({ store }: TestDesk) {
  const { entries } = listOutbox(store.reader);
  return entries.filter(({ state }) => state === 'conflict' || state === 'refused');
}

/** The roles that a desk can show, in the same order at every desk. */
export function rolesAt({ reader }: Store): KnownRole[] {
  const all = reader.select({ id: rolesTable.id }).from(rolesTable).orderBy(rolesTable.id).all();
  const known = knownRoles(
    reader,
    all.map(({ id }) => id),
  );
  return all.flatMap(({ id }) => known.get(id) ?? []);
}

function isOpenTo({ reader }: Store, action: Action): (known: KnownRole) => boolean {
  const judge = judgeFor(reader, readDesk(reader).me);
  return (known) => judge.objection(action, known) === undefined;
}
