import type { Base } from './base.ts';
import type { TestDesk } from './desk.ts';
import type { Ledger } from './ledger.ts';

/** A history under way. */
export interface Life {
  base: Base;
  desks: TestDesk[];
  ledger: Ledger;
  /** How often each thing happened: shows that histories are about something. */
  tally: Map<string, number>;
}

/** Counts something that happened. */
export function count({ tally }: Pick<Life, 'tally'>, what: string, times = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + times);
}

/** Opens the desks that have died; one may die while another is opened. */
export async function reopenDead({ desks }: Life): Promise<void> {
  for (;;) {
    const dead = desks.find(({ diedAt }) => diedAt);
    if (!dead) return;
    await dead.reopen();
    await dead.quiet();
  }
}
