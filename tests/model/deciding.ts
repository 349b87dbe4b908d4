import { expect } from 'vitest';
import { actionSchema } from '../../shared/domain/vocabulary.ts';
import type { Decision, DecisionResult } from '../../shared/wire/decisions.ts';
import { pick } from '../fixtures/drawn.ts';
import { decision } from '../fixtures/registryClient.ts';
import { decide, type Expected } from './decide.ts';
import type { Desk } from './desk.ts';
import { count, type Life } from './life.ts';
import { bodyOf, reasonFor, scopeOf, standingOf, statusAfter } from './rules.ts';
import type { Choice, StepOf } from './steps.ts';
import { type ModelRole, modelRole, type World } from './world.ts';

/** One administrator decides, as the desk saw the roles before. */
export async function decideStep(
  life: Life,
  { actor, choices, twice }: StepOf<'decide'>,
): Promise<void> {
  // The last are requesters: they decide now and then.
  const desk = pick(actor < 16 ? life.desks.slice(0, -3) : life.desks, actor);
  const made = choices.flatMap((choice) => decisionOf(life.world, desk, choice) ?? []);
  if (made.length > 0) await send(life, desk, twice ? [...made, ...made] : made);
}

/** Sends a batch: a new decision has to do what the model says, a known one to get its first answer. */
export async function send(life: Life, desk: Desk, decisions: Decision[]): Promise<void> {
  const results = await desk.client.decideAll(decisions);
  expect(results.map(({ id }) => id)).toEqual(decisions.map(({ id }) => id));
  for (const [index, decision] of decisions.entries()) {
    const result = results[index]!;
    const known = life.sent.get(decision.id);
    if (known) {
      expect(result, 'a repeat got another answer').toEqual(known.result);
      count(life, 'repeated');
      continue;
    }
    life.sent.set(decision.id, { desk, decision, result });
    const expected = decide(life.world, desk.personId, decision);
    expectResult(result, expected, decision);
    count(life, result.code ?? `${result.outcome} ${decision.action}`);
  }
}

function expectResult(result: DecisionResult, expected: Expected, { action }: Decision): void {
  const right = expected.outcome === 'refused' ? expected.codes : [expected.outcome];
  const text = `${action} was ${result.code ?? result.outcome}, not ${right.join(' or ')}`;
  expect(right, text).toContain(result.code ?? result.outcome);
  const role = result.role && modelRole(result.role);
  expect(role, `the role after ${action}`).toEqual(expected.role);
  if (expected.outcome === 'conflict') {
    expect(result.current?.id, 'the decision that stands').toBe(expected.current);
  }
}

const actions = actionSchema.options;

function decisionOf(world: World, { personId }: Desk, choice: Choice): Decision | undefined {
  const roles = rolesAmong(world, personId, choice.among);
  const role = roles.at(-1 - (choice.role % Math.max(1, roles.length)));
  if (!role) return undefined;
  const open = actions.filter((each) => statusAfter(each, role.status));
  const action = choice.anyAction ?? pick(open.length > 0 ? open : actions, choice.action);
  const revisions = { seen: role.revision, older: role.revision - 1, newer: role.revision + 1 };
  const reasons = { right: reasonFor[action], none: undefined, wrong: 'because' };
  return decision(role, action, {
    baseRevision: Math.max(1, revisions[choice.base]),
    reason: reasonFor[action] && reasons[choice.reason],
    target: targetOf(world, role, action, choice.target),
    admin: choice.admin,
    decidedAt: new Date(Date.now() - choice.action * 60_000).toISOString(),
  });
}

function rolesAmong(world: World, personId: string, among: Choice['among']): ModelRole[] {
  switch (among) {
    case 'all':
      return [...world.roles.values()];
    case 'seen':
      return scopeOf(world, personId);
    case 'kept_out': {
      const kept = scopeOf(world, personId).filter(
        (role) => standingOf(world, personId, role) === 'kept_out',
      );
      return kept.length > 0 ? kept : scopeOf(world, personId);
    }
    case 'decided':
      return scopeOf(world, personId).filter(
        (role) =>
          role.personId !== personId &&
          standingOf(world, personId, role) === 'decides' &&
          actions.some((each) => statusAfter(each, role.status)),
      );
  }
}

/** Where a target makes sense one that may do, else now and then any. */
function targetOf(
  world: World,
  role: ModelRole,
  action: Decision['action'],
  which: number | null,
): string | undefined {
  if (which === null) return undefined;
  const bodies = [...world.bodies.values()];
  if (action === 'reassign') {
    const able = which > 3 ? ['LAU', 'OPL', 'CCA'] : ['BCP', 'CO', 'RCA'];
    const authorities = bodies.filter(({ kind = '' }) => able.includes(kind));
    return pick(
      authorities.filter(({ country }) => country === 'BE'),
      which,
    ).id;
  }
  const isPending = action === 'approve' && bodyOf(world, role.bodyId).status === 'pending';
  if (isPending)
    return pick(
      bodies.filter(({ type }) => type === 'operator'),
      which,
    ).id;
  return which === 0 ? pick(bodies, which).id : undefined;
}
