import { pick } from '../fixtures/drawn.ts';
import { startTestRegistry } from '../integration/registry/testRegistry.ts';
import type { Variant } from '../variants/variant.ts';
import type { Base } from './base.ts';
import { expectAudit, expectScopes } from './check.ts';
import { claimStep, fullControlStep } from './claiming.ts';
import { decideStep } from './deciding.ts';
import { openDesk, pullPage } from './desk.ts';
import { fileStep, refileStep, withdrawStep } from './filing.ts';
import type { Life } from './life.ts';
import { repeatStep } from './repeating.ts';
import type { History, Step } from './steps.ts';
import { compactStep, entrustStep, moveStep, suspendStep } from './upkeep.ts';

/**
 * Lets a history happen at a registry and in the model, side by side.
 * @throws at the first difference
 */
export async function runHistory(
  base: Base,
  { administrators, opening, steps, limit }: History,
  { variant, tally = new Map() }: { variant?: Variant; tally?: Life['tally'] } = {},
): Promise<void> {
  const registry = await startTestRegistry({ from: base.address, ...(variant && { variant }) });
  const actors = administrators.map((index) => pick(base.administrators, index));
  const signIns = [...actors, ...base.requesters].map((actor) => openDesk(registry.url, actor));
  const desks = await Promise.all(signIns);
  const world = structuredClone(base.world);
  const life: Life = { base, registry, world, desks, sent: new Map(), filings: [], tally };
  const startedAt = new Date().toISOString();
  try {
    for (const step of [...opening, ...steps]) await take(life, step);
    await expectScopes(life, limit);
    await expectAudit(life, base.world, startedAt);
  } finally {
    await registry.stop();
  }
}

async function take(life: Life, step: Step): Promise<void> {
  switch (step.step) {
    case 'file':
      return fileStep(life, step);
    case 'refile':
      return refileStep(life, step);
    case 'withdraw':
      return withdrawStep(life, step);
    case 'decide':
      return decideStep(life, step);
    case 'repeat':
      return repeatStep(life, step);
    case 'claim':
      return claimStep(life, step);
    case 'full_control':
      return fullControlStep(life, step);
    case 'suspend_person':
      return suspendStep(life, step);
    case 'move':
      return moveStep(life, step);
    case 'entrust':
      return entrustStep(life, step);
    case 'compact':
      return compactStep(life, step);
    case 'pull':
      await pullPage(life.world, pick(life.desks, step.actor), step.limit);
  }
}
