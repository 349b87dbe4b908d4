import type { ChildProcess } from 'node:child_process';
import type { Moment } from '../../db/moments.ts';
import type { Draw } from '../../registry/seed/draw.ts';
import { forkService } from '../fixtures/service.ts';

/** A desk service that is to kill itself: where, and in what work. */
export interface Crash {
  moment: Moment;
  /** The how-manieth time that it gets there. */
  times: number;
  holdMs: number;
  /** How much of what is decided is taken back at once, from 0 to 1. */
  undoing: number;
  /** Whether the registry has forgotten what the desk's cursor stands on. */
  hasLostCursor: boolean;
  startsWithAll: boolean;
  /** After so many turns the desk is closed in order, and should have got there. */
  turns: number;
}

/** More than enough to get to a moment of the work three times. */
const manyTurns = 40;
const longHoldMs = 300;
/** How many moments of a checkpoint come when a new store is opened, not when one is closed. */
const atOpening = 0.3;

/** A process in which the desk service will kill itself. */
export function forkCrashing({ moment, times }: Pick<Crash, 'moment' | 'times'>): ChildProcess {
  return forkService('tests/faults/crashingService.ts', [moment, String(times)]);
}

/** The crashes of one store from its first opening and first pull on: each of these moments once, in any order. */
export function drawLife(draw: Draw, named: readonly Moment[]): Crash[] {
  const shuffled = draw.some(named, named.length);
  const opening = shuffled.filter((moment) => isOfCheckpoint(moment) && draw.chance(atOpening));
  const working = shuffled.filter((moment) => !opening.includes(moment));
  const pulling = working.find(isOfPull);
  if (!pulling) throw new Error('no moment is of a pull');
  return [
    ...opening.map((moment) => drawCrash(draw, moment)),
    // From the second page on, so that there is a cursor that can be lost.
    { ...drawCrash(draw, pulling), times: draw.between(2, 5), hasLostCursor: false },
    ...working.filter((moment) => moment !== pulling).map((moment) => drawCrash(draw, moment)),
  ];
}

function drawCrash(draw: Draw, moment: Moment): Crash {
  const usual = {
    moment,
    times: draw.between(1, 3),
    holdMs: draw.pick([0, 0, 20]),
    undoing: 0.2,
    hasLostCursor: draw.chance(0.1),
    startsWithAll: false,
    turns: manyTurns,
  };
  if (moment === 'afresh:kept') {
    // What is decided until then is held, or it would have been sent before.
    return { ...usual, times: 1, holdMs: longHoldMs, hasLostCursor: true };
  }
  if (isOfCheckpoint(moment)) return { ...usual, times: 1, turns: draw.between(0, 2) };
  if (isOfPull(moment)) {
    return { ...usual, times: draw.between(1, 5), hasLostCursor: draw.chance(0.5) };
  }
  if (/^(push|results):/.test(moment)) return { ...usual, startsWithAll: draw.chance(0.3) };
  if (moment === 'release:kept') return { ...usual, holdMs: 20 };
  if (moment === 'undo:kept') return { ...usual, holdMs: draw.pick([0, longHoldMs]), undoing: 1 };
  return usual;
}

function isOfCheckpoint(moment: Moment): boolean {
  return moment.startsWith('checkpoint:');
}

function isOfPull(moment: Moment): boolean {
  return /^(pull|page):/.test(moment);
}
