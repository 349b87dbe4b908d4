import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '../../fixtures/drawn.ts';
import type { FaultyProxy } from '../../fixtures/faultyProxy.ts';
import type { TestRegistry } from '../../fixtures/registry.ts';
import type { Change } from './personChange.ts';
import { foreignIn, type Sharer, statusesAt, statusesShown } from './personsView.ts';
import { type Confirmed, SharedComputer } from './sharedComputer.ts';

const holdMs = 1500;

/** What the changes run on. */
export interface Setting {
  registry: TestRegistry;
  proxy: FaultyProxy;
  sharers: Sharer[];
  /** A colleague of theirs, at another computer. */
  elsewhere: string;
  /** What runs as the desk service, where it is not the real one. */
  serviceEntry?: string;
}

/** What a series came to: what it found that should not be, in words, and how much it did. */
interface Series {
  found: string[];
  /** Changes at which something was in the outbox of the one who went. */
  nonEmpty: number;
  confirmed: number;
  /** Confirmed decisions that ended as conflicts or refusals. */
  unresolved: number;
}

/** Has persons sit down at one computer in turn, and at the end each of them once more. */
export async function runChanges(setting: Setting, changes: Change[]): Promise<Series> {
  const { sharers, proxy } = setting;
  const untouched = new Set(sharers.flatMap(({ ownRoles }) => ownRoles));
  const computer = new SharedComputer({ ...setting, untouched });
  const found: string[] = [];
  const unresolved = new Set<string>();
  let nonEmpty = 0;
  await computer.signIn(pick(sharers, 0));
  for (const [at, each] of changes.entries()) {
    computer.way.slowMs = each.slowMs;
    await computer.untilPulled();
    for (const message of await computer.letStand()) unresolved.add(message);
    const letRenew = computer.way.holdUp();
    await decideBefore(computer, setting, each);
    await wait(each.momentMs);
    const { entries } = await computer.desk.call('outbox:list', undefined);
    if (entries.length > 0) nonEmpty += 1;
    computer.holdMs = changes[at + 1]?.outbox === 'held' ? holdMs : 0;
    await changePerson(computer, sharers, each);
    letRenew();
    found.push(...(await foreignOf(computer)));
    proxy.switchOff();
  }
  computer.way.slowMs = 0;
  found.push(...(await endAll(computer, setting, unresolved)));
  found.push(...(await misrecorded(setting.registry, computer.confirmed, unresolved)));
  await computer.account.close();
  return { found, nonEmpty, confirmed: computer.confirmed.length, unresolved: unresolved.size };
}

/** Whoever sits there decides, and the world is such that the outbox is as drawn. */
async function decideBefore(
  computer: SharedComputer,
  setting: Setting,
  change: Change,
): Promise<void> {
  const { proxy, registry, sharers } = setting;
  switch (change.outbox) {
    case 'held':
      // Where the same person has stayed the store was not opened anew, and holds nothing.
      proxy.switchOn({ kind: 'cut_request' }, '/v1/decisions');
      break;
    case 'sent':
      proxy.next('/v1/decisions', { kind: 'cut_answer', at: 'headers' });
      proxy.switchOn({ kind: 'cut_request' }, '/v1/decisions');
      break;
    case 'waiting':
    case 'conflict':
      proxy.switchOn({ kind: 'cut_request' });
      proxy.breakAll();
      break;
    case 'tried': {
      const others = sharers.filter((sharer) => sharer !== computer.sharer);
      const token = await registry.token(pick(others, change.other).username);
      computer.account.service?.giveToken(token);
    }
  }
  const confirmed = await computer.decide(change.count);
  if (change.outbox === 'conflict') await meetsNewer(computer, setting, confirmed);
}

/** A colleague is faster, and the registry is in reach again: a conflict is on its way. */
async function meetsNewer(
  computer: SharedComputer,
  { proxy, elsewhere }: Setting,
  confirmed: Confirmed[],
): Promise<void> {
  const roleIds = confirmed.map(({ roleId }) => roleId);
  if ((await computer.decidedElsewhere(elsewhere, roleIds)) > 0) proxy.switchOff();
}

async function changePerson(
  computer: SharedComputer,
  sharers: Sharer[],
  { how, to, other, momentMs }: Change,
): Promise<void> {
  const next = pick(sharers, to);
  switch (how) {
    case 'signs_out':
      await computer.account.signOut();
      return computer.signIn(next);
    case 'without_sign_out':
      return computer.signIn(next);
    case 'while_it_closes': {
      const signedOut = computer.account.signOut();
      await computer.signIn(next);
      return signedOut;
    }
    case 'passing_by':
      await computer.signIn(pick(sharers, other));
      await wait(momentMs);
      return computer.signIn(next);
  }
}

function foreignOf({ desk, sharer }: SharedComputer): Promise<string[]> {
  if (!sharer) throw new Error('nobody has signed in');
  return foreignIn(desk, sharer);
}

/** Each of them sits down once more, until nothing waits. */
async function endAll(
  computer: SharedComputer,
  { registry, sharers }: Setting,
  unresolved: Set<string>,
): Promise<string[]> {
  const found: string[] = [];
  computer.holdMs = 0;
  for (const sharer of sharers) {
    await computer.signIn(sharer);
    await computer.desk.untilSynced();
    for (const message of await computer.letStand()) unresolved.add(message);
    found.push(...(await foreignOf(computer)));
    const shown = await statusesShown(computer.desk);
    const stands = await statusesAt(registry, sharer.username);
    if (
      shown.size !== stands.size ||
      [...stands].some(([id, status]) => shown.get(id) !== status)
    ) {
      found.push(`${sharer.username} in step is shown other roles than the registry has`);
    }
  }
  return found;
}

/** Confirmed decisions that the audit log does not name once and by the one who made them. */
async function misrecorded(
  registry: TestRegistry,
  confirmed: Confirmed[],
  unresolved: ReadonlySet<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { sharer, roleId, message } of confirmed) {
    const lines = await (await registry.as(sharer.username)).history(roleId);
    const actors = lines
      .filter((line) => line.message === message)
      .map(({ actor }) => (actor === 'system' ? actor : actor.personId));
    const expected = unresolved.has(message) ? [] : [sharer.personId];
    if (actors.join() !== expected.join()) {
      found.push(`${message} was recorded ${actors.length} times, by ${actors.join() || 'nobody'}`);
    }
  }
  return found;
}
