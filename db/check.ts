import { inArray } from 'drizzle-orm';
import {
  type CheckedRole,
  type LanguageCount,
  type OfferedAction,
  offeredActions,
  type SelectionCheck,
} from '../shared/desk/detail.ts';
import { isLastAdministrator } from '../shared/domain/administrator.ts';
import type { Refusal } from '../shared/domain/decide.ts';
import { statusAfter } from '../shared/domain/transitions.ts';
import { rolesInBodies } from './administrators.ts';
import { readDesk } from './desk.ts';
import { judgeFor, type KnownRole, knownRoles } from './judge.ts';
import { lines } from './schema.ts';
import { chunked, chunkSize, type Reader } from './store.ts';

type Line = typeof lines.$inferSelect;

/**
 * What would become of the actions that all statuses of a selection allow. The objections are those to the first such
 * action; roles that are gone are left out.
 * @throws {CallRefused} `not_ready` until the desk knows its person
 */
export function checkSelection(reader: Reader, roleIds: string[]): SelectionCheck {
  const selected = selectedRoles(reader, [...new Set(roleIds)]);
  const open = offeredActions.filter(
    (action) =>
      selected.length > 0 &&
      selected.every(({ known }) => statusAfter(action, known.role.status) !== undefined),
  );
  const objections = open.map((action) => objectionsTo(reader, action, selected));
  const bereaving = bereavingOf(reader, selected);
  return {
    actions: open.map((action, at) => ({
      action,
      possible: selected.length - (objections[at]?.size ?? 0),
    })),
    roles: selected.map(({ line }): CheckedRole => {
      const objection = objections[0]?.get(line.id);
      return {
        roleId: line.id,
        personName: line.personName,
        bodyName: line.bodyName,
        function: line.function,
        ...(objection ? { objection } : {}),
        advice: line.advice,
        leavesNoAdministrator: bereaving.has(line.id),
      };
    }),
    languages: languagesOf(selected),
  };
}

interface Selected {
  known: KnownRole;
  line: Line;
}

function selectedRoles(reader: Reader, roleIds: string[]): Selected[] {
  const known = knownRoles(reader, roleIds);
  const found = new Map<string, Line>();
  for (const ids of chunked(roleIds, chunkSize)) {
    for (const line of reader.select().from(lines).where(inArray(lines.id, ids)).all()) {
      found.set(line.id, line);
    }
  }
  return roleIds.flatMap((id) => {
    const [role, line] = [known.get(id), found.get(id)];
    return role && line ? { known: role, line } : [];
  });
}

function languagesOf(selected: Selected[]): LanguageCount[] {
  const byLanguage = Map.groupBy(selected, ({ known }) => known.person.language);
  return [...byLanguage]
    .map(([language, those]) => ({ language, count: those.length }))
    .sort((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1));
}

/** The selected administrators whose bodies have no other one that is not selected too (rule 5). */
function bereavingOf(reader: Reader, selected: Selected[]): Set<string> {
  const here = selected.map(({ known, line }) => ({ ...known.role, status: line.status }));
  const administrators = here.filter(({ status, isAdmin }) => status === 'valid' && isAdmin);
  const chosen = new Set(administrators.map(({ id }) => id));
  const bodyIds = [...new Set(administrators.map(({ bodyId }) => bodyId))];
  const staying = Map.groupBy(
    rolesInBodies(reader, bodyIds).filter(({ id }) => !chosen.has(id)),
    ({ bodyId }) => bodyId,
  );
  const last = administrators.filter((role) =>
    isLastAdministrator(role, staying.get(role.bodyId) ?? []),
  );
  return new Set(last.map(({ id }) => id));
}

/** Taken one after the other, as `decide` would: an approval counts for the next of the same person (rule 4). */
function objectionsTo(reader: Reader, action: OfferedAction, selected: Selected[]) {
  const judge = judgeFor(reader, readDesk(reader).me);
  const objections = new Map<string, Refusal>();
  for (const { known, line } of selected) {
    // What is on its way to the registry cannot be decided on until that has answered.
    const objection =
      line.unsent === 'sent' ? 'illegal_transition' : judge.objection(action, known);
    if (objection) objections.set(line.id, objection);
    else if (action === 'approve') judge.countAsApproved(known);
  }
  return objections;
}
