import { rmSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { pick } from '../fixtures/drawn.ts';
import type { Base } from './base.ts';
import { decideStep, laterStep, settleStep, undoStep } from './deciding.ts';
import { type DeskVariant, TestDesk } from './desk.ts';
import * as elsewhere from './elsewhere.ts';
import { end } from './end.ts';
import { newFolder } from './folder.ts';
import { Ledger } from './ledger.ts';
import { count, type Life, reopenDead } from './life.ts';
import type { History, Step, StepOf } from './steps.ts';

/**
 * Lets a history happen to a registry and three desks, and brings it to its end.
 * @throws where a decision was lost or doubled, or a desk is not what the registry is
 */
export async function runHistory(
  base: Base,
  { members, steps, pageLimit, hears }: History,
  { variant = {}, tally = new Map() }: { variant?: DeskVariant; tally?: Life['tally'] } = {},
): Promise<void> {
  const folder = newFolder();
  await base.registry.begin(base.database);
  const tokens = new Map<string, string>();
  const signIn = async () => {
    for (const member of members) {
      const username = base.usernames[member];
      tokens.set(username, (await base.registry.as(username)).token!);
    }
  };
  await signIn();
  const desks = members.map((member, index) => {
    const [username, proxy] = [base.usernames[member], pick(base.proxies, index)];
    proxy.pointTo(base.registry.url);
    return new TestDesk(
      {
        ...{ username, folder, proxy, pageLimit, hears, variant },
        prepared: base.stores[member],
        token: () => tokens.get(username),
        onMoment: (moment) => count({ tally }, moment),
        onDeath: (death) => count({ tally }, `died at ${death}`),
      },
      index,
    );
  });
  const life: Life = { base, desks, ledger: new Ledger(), tally };
  try {
    for (const step of steps) {
      await take(life, step);
      if (step.step === 'restart_registry') await signIn();
      if (!hears) for (const desk of desks) await desk.quiet();
      await reopenDead(life);
    }
    await end(life);
  } finally {
    for (const desk of desks) {
      desk.mend();
      await desk.stop();
      desk.proxy.breakAll();
    }
    rmSync(folder, { recursive: true });
  }
}

async function take(life: Life, step: Step): Promise<void> {
  switch (step.step) {
    case 'decide':
      return decideStep(life, step);
    case 'later':
      return laterStep(life, step);
    case 'undo':
      return undoStep(life, step);
    case 'settle':
      return settleStep(life, step);
    case 'sync':
      return syncStep(life, step);
    case 'line':
      return lineStep(life, step);
    case 'die':
      return dieStep(life, step);
    case 'kill':
      return killStep(life, step);
    case 'restart':
      return pick(life.desks, step.desk).reopen();
    case 'colleague':
      return elsewhere.colleagueStep(life, step);
    case 'request':
      return elsewhere.requestStep(life, step);
    case 'move':
      return elsewhere.moveStep(life, step);
    case 'own_role':
      return elsewhere.ownRoleStep(life, step);
    case 'suspend_person':
      return elsewhere.suspendStep(life, step);
    case 'pass_on':
      return elsewhere.passOnStep(life, step);
    case 'compact':
      return elsewhere.compactStep(life);
    case 'restart_registry':
      return elsewhere.restartRegistryStep(life);
  }
}

/** A desk exchanges what there is, over a line that may fail. */
async function syncStep({ desks }: Life, step: StepOf<'sync'>): Promise<void> {
  const desk = pick(desks, step.desk);
  for (const { path, fault } of step.faults) desk.meet(path, fault);
  desk.wake();
  await desk.quiet();
}

async function lineStep({ desks }: Life, { desk: which, isAway }: StepOf<'line'>): Promise<void> {
  const desk = pick(desks, which);
  if (desk.isAway === isAway) return;
  if (isAway) {
    desk.isAway = true;
    desk.proxy.breakAll();
  } else desk.mend();
  desk.ask();
  await desk.quiet();
}

/** A desk does what leads to a moment, and ends there; where it does not come to it, it ends there some other time. */
async function dieStep(life: Life, { desk: which, at, over }: StepOf<'die'>): Promise<void> {
  const desk = pick(life.desks, which);
  const decided = { ...over, desk: which };
  const [work] = at.split(':');
  if (work === 'undo' || work === 'release') await decideStep(life, { ...decided, isHeld: true });
  if (work === 'push' || work === 'results') {
    await decideStep(life, { ...decided, isHeld: false });
  }
  if (work === 'afresh') await elsewhere.compactStep(life);
  desk.deathAt = at;
  if (work === 'decide') await decideStep(life, decided);
  else if (work === 'undo')
    await undoStep(life, { step: 'undo', desk: which, which: 0, isWhole: true });
  else if (work === 'release') laterStep(life, { step: 'later', desk: which });
  else if (work === 'checkpoint') await desk.reopen();
  else await syncStep(life, { step: 'sync', desk: which, faults: [] });
}

/** Its process is killed in the middle of things. */
async function killStep({ desks }: Life, { desk: which, turns }: StepOf<'kill'>): Promise<void> {
  const desk = pick(desks, which);
  desk.ask();
  for (let done = 0; done < turns; done += 1) await turn();
  if (!desk.diedAt) desk.kill();
}
