import type { Body } from '../../shared/domain/body.ts';
import { fullName, type Person } from '../../shared/domain/person.ts';
import { needsReason, reasons } from '../../shared/domain/reasons.ts';
import type { RecordedDecision, Role } from '../../shared/domain/role.ts';
import type { Action, Status } from '../../shared/domain/vocabulary.ts';
import type { HistoryLine } from '../../shared/wire/history.ts';
import { addRole } from '../feed/publish.ts';
import { contact } from './contact.ts';
import { responsibleIn } from './responsible.ts';
import { dayMs, hourMs, minuteMs, type World } from './world.ts';

/** A request and how it ended, or did not yet. */
interface Life {
  body: Body;
  person: Person;
  country: string | undefined;
  status: Status;
}

/** The decisions that lead to a status, in order; a withdrawal is none. */
const pathTo: Record<Status, Action[]> = {
  requested: [],
  valid: ['approve'],
  suspended: ['approve', 'suspend'],
  rejected: ['reject'],
  withdrawn: [],
};

const shareSuspendedBySystem = 0.3;

/** Adds a request with its whole history. */
export async function addLife(world: World, life: Life): Promise<void> {
  const { body, person, country, status } = life;
  const { draw, writer } = world;
  const responsible = responsibleIn(world, body, country);
  const requestedMs = world.nowMs - ageMs(world, status);
  const requestedAt = new Date(requestedMs).toISOString();
  const bySystem = status === 'suspended' && draw.chance(shareSuspendedBySystem);
  const decisions = pathTo[bySystem ? 'valid' : status].map((action, index) =>
    decisionOf(world, action, responsible, requestedMs + (index + 1) * dayMs),
  );
  const last = decisions.at(-1);
  const isHeld = status === 'valid' || status === 'suspended';
  const ended = historyOf(life, decisions, bySystem, requestedMs);
  const role: Role = {
    id: draw.id(),
    revision: 1 + ended.length,
    status,
    personId: person.id,
    bodyId: body.id,
    type: body.type,
    function: body.kind ?? body.activities[0]?.activity ?? 'certifier',
    country,
    responsibleId: responsible.id,
    isAdmin: isHeld && !world.peopled.has(body.id),
    ...contact(world, person),
    requestedAt,
    dueAt: world.dueAtOf(requestedAt, responsible.country),
    suspension: bySystem ? bySystemOn(draw.id()) : byAdministrator(status, last),
    lastDecision: bySystem ? undefined : last,
  };
  if (isHeld) world.peopled.add(body.id);
  await addRole(writer, role);
  const actor = { personId: person.id, name: fullName(person) };
  const { message } = role;
  await writer.addHistory(role.id, {
    ...{ recordedAt: requestedAt, actor, action: 'request', revision: 1, message },
  });
  for (const line of ended) await writer.addHistory(role.id, line);
}

/** What was decided waits longer back; of what waits, some is fresh, some is due soon, some is late. */
function ageMs({ draw }: World, status: Status): number {
  if (status !== 'requested') return draw.between(4 * 24 * 60, 180 * 24 * 60) * minuteMs;
  const longestHours = draw.weighted([
    { weight: 25, value: 10 },
    { weight: 65, value: 5 * 24 },
    { weight: 10, value: 25 * 24 },
  ]);
  return draw.between(2, longestHours * 60) * minuteMs;
}

function decisionOf(
  world: World,
  action: Action,
  responsible: Body,
  decidedMs: number,
): RecordedDecision {
  const { draw } = world;
  const deciders = world.administrators.get(responsible.id);
  if (!deciders) throw new Error(`${responsible.name} has no administrator`);
  const by = draw.pick(deciders);
  return {
    id: draw.id(),
    action,
    by: { personId: by.id, name: fullName(by) },
    decidedAt: new Date(decidedMs).toISOString(),
    recordedAt: new Date(decidedMs + draw.between(1, 90) * minuteMs).toISOString(),
    reason: needsReason(action) ? draw.pick(reasons[action]) : undefined,
  };
}

/** The lines after the request itself. */
function historyOf(
  { person, status }: Life,
  decisions: RecordedDecision[],
  bySystem: boolean,
  requestedMs: number,
): HistoryLine[] {
  const lines: HistoryLine[] = decisions.map(({ by, id: _, ...decision }, index) => ({
    ...{ ...decision, actor: by, revision: index + 1 },
  }));
  const recordedAt = new Date(requestedMs + 3 * dayMs + hourMs).toISOString();
  const revision = lines.length + 1;
  if (bySystem) {
    lines.push({ recordedAt, actor: 'system', action: 'suspend', revision, reason: systemReason });
  }
  if (status === 'withdrawn') {
    const actor = { personId: person.id, name: fullName(person) };
    lines.push({ recordedAt, actor, action: 'withdraw', revision });
  }
  return lines;
}

const systemReason = 'devices_reset';

function bySystemOn(id: string): Role['suspension'] {
  return { cause: 'system', code: systemReason, id };
}

function byAdministrator(status: Status, last: RecordedDecision | undefined): Role['suspension'] {
  return status === 'suspended'
    ? { cause: 'administrator', code: last?.reason ?? 'other' }
    : undefined;
}
