import type { Body } from '../../shared/domain/body.ts';
import { authorityRefusal, isInScope, refusalOf } from '../../shared/domain/decide.ts';
import type { Decision, DecisionResult } from '../../shared/wire/decisions.ts';
import type { Caller } from '../caller.ts';
import { hashOf } from '../hash.ts';
import { placeOf } from '../place.ts';
import { refreshDuplicates } from '../requests/duplicates.ts';
import type { Writer } from '../storage/storage.ts';
import { apply } from './apply.ts';
import { targetOf } from './target.ts';

/**
 * Takes a batch of decisions, one after the other. Each result is kept with its decision's id: a repeat gets the first
 * result and changes nothing.
 * @returns a result per decision, in order
 */
export async function decideBatch(
  writer: Writer,
  caller: Caller,
  decisions: Decision[],
): Promise<DecisionResult[]> {
  const results: DecisionResult[] = [];
  const approved: Body[] = [];
  for (const decision of decisions) {
    results.push(await decideOnce(writer, caller, decision, approved));
  }
  await refreshDuplicates(writer, approved);
  return results;
}

/** @param approved gets the operators that became valid: what may be a duplicate of them is looked for once a batch */
async function decideOnce(
  writer: Writer,
  caller: Caller,
  decision: Decision,
  approved: Body[],
): Promise<DecisionResult> {
  const contentHash = hashOf([caller.personId, decision]);
  const kept = await writer.decision(decision.id);
  if (kept?.contentHash === contentHash) return kept.result;
  if (kept) return { id: decision.id, outcome: 'refused', code: 'id_reused', role: null };
  const result = await decide(writer, caller, decision, approved);
  await writer.keepDecision(decision.id, { contentHash, result });
  return result;
}

async function decide(
  writer: Writer,
  caller: Caller,
  decision: Decision,
  approved: Body[],
): Promise<DecisionResult> {
  const { id } = decision;
  const role = await writer.role(decision.roleId);
  if (!role) return { id, outcome: 'refused', code: 'unknown_role', role: null };
  const place = await placeOf(writer, role);
  const person = await writer.person(role.personId);
  if (!person) throw new Error(`role ${role.id} has no person`);
  const mayRead = role.personId === caller.personId || isInScope(caller, place);
  const refused = (code: string): DecisionResult => ({
    id,
    outcome: 'refused',
    code,
    role: mayRead ? role : null,
  });

  // Who may decide is said whatever revision was seen.
  const unauthorised = authorityRefusal(caller, place);
  if (unauthorised) return refused(unauthorised);
  if (decision.baseRevision !== role.revision) {
    return { id, outcome: 'conflict', role, current: role.lastDecision };
  }
  const refusal = refusalOf(decision, caller, { ...place, person });
  if (refusal) return refused(refusal);
  const target = await targetOf(writer, caller, place, decision);
  if (target === 'invalid') return refused('target_invalid');
  const decided = await apply(writer, caller, decision, place, target);
  const isOperatorNew = place.body.type === 'operator' && place.body.status === 'pending';
  if (isOperatorNew && decided.status === 'valid' && !target) approved.push(place.body);
  return { id, outcome: 'applied', role: decided };
}
