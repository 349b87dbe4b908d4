import { expect } from 'vitest';
import { pick } from '../fixtures/drawn.ts';
import { send } from './deciding.ts';
import { count, type Life } from './life.ts';
import type { StepOf } from './steps.ts';

/** Sends a decision a second time, as it was, or its id with something else. */
export async function repeatStep(life: Life, { which, how }: StepOf<'repeat'>): Promise<void> {
  if (life.sent.size === 0) return;
  const { desk, decision } = pick([...life.sent.values()], which);
  if (how === 'same') return send(life, desk, [decision]);
  const other = how === 'other_content' ? { ...decision, message: 'other' } : decision;
  const sender = how === 'other_content' ? desk : pick(life.desks, life.desks.indexOf(desk) + 1);
  const results = await sender.client.decideAll([other]);
  const refused = { id: decision.id, outcome: 'refused', code: 'id_reused', role: null };
  expect(results, 'a second use of an id').toEqual([refused]);
  count(life, 'id_reused');
}
